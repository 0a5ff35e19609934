import { setTimeout } from 'node:timers/promises';

export type Answer = { status: number; headers: Headers; body: string; json: never };
type Sent = { body?: unknown; token?: string | undefined; headers?: Record<string, string> };

const PATIENCE_MS = 20_000;

/** Calls the deployment as any client does. A first call may meet a function that starts, so there is patience. */
export const callerOf =
  (origin: string) =>
  async (method: string, path: string, { body, token, headers = {} }: Sent = {}): Promise<Answer> => {
    const answer = await fetch(new URL(path, origin), {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      body: text,
      json: (isJson && text !== '' ? JSON.parse(text) : {}) as never,
    };
  };
export type Call = ReturnType<typeof callerOf>;

/** @throws Error that says what was expected and what came */
export const expectThat = (holds: boolean, what: string, found: unknown): void => {
  if (!holds) throw new Error(`${what}; found ${String(found).slice(0, 300)}`);
};

/** Asks until there is an answer; null: there was none in time. */
export const eventually = async <T>(seconds: number, ask: () => Promise<T | undefined>): Promise<T | null> => {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; await setTimeout(500)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  return null;
};
