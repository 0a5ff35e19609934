import { randomInt } from 'node:crypto';
import { generateSync } from 'otplib/functional';
import type { AwsCall, Invocation } from '../../local/aws/trace.ts';
import type { Cloud } from '../../local/cloud.ts';

/** Each request uses its own address, so that the limit per source does not affect the measurement. */
export const anySource = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

export type Answer = {
  status: number /** As in the contract; the caller knows which operation it called. */;
  json: never;
  milliseconds: number;
  requestId: string;
};

/** The product over HTTP, as its clients use it, and what the local cloud saw of a request. */
export const clientOf = ({ url, controlUrl }: Pick<Cloud, 'url' | 'controlUrl'>, source = anySource) => {
  const ask = async (method: string, route: string, token?: string, body?: object): Promise<Answer> => {
    const startedAt = performance.now();
    const answer = await fetch(url + route, {
      method,
      headers: {
        'x-local-source-ip': source(),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const milliseconds = performance.now() - startedAt;
    const json = (text === '' ? {} : JSON.parse(text)) as never;
    return { status: answer.status, json, milliseconds, requestId: answer.headers.get('x-request-id') ?? '' };
  };
  const control = async <T>(route: string, body?: object): Promise<T> => {
    const answer = await fetch(controlUrl + route, body ? { method: 'POST', body: JSON.stringify(body) } : {});
    return (await answer.json()) as T;
  };
  return {
    ask,
    /** The same, for calls that have to succeed. */
    async send(...[method, route, token, body]: Parameters<typeof ask>): Promise<Answer> {
      const answer = await ask(method, route, token, body);
      if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.json)}`);
      return answer;
    },
    callsOf: async (requestId: string) => (await control<{ calls: AwsCall[] }>(`/calls?requestId=${requestId}`)).calls,
    cpuOf: async (requestId: string): Promise<number> => {
      const { invocations } = await control<{ invocations: Invocation[] }>(`/invocations?requestId=${requestId}`);
      return invocations.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
    },
    /** Milliseconds by which the functions' clock is ahead from now on. */
    advance: async (seconds: number): Promise<number> =>
      (await control<{ offsetSeconds: number }>('/clock', { advanceSeconds: seconds })).offsetSeconds * 1_000,
  };
};
export type Client = ReturnType<typeof clientOf>;

export const totpAt = (secret: string, milliseconds: number): string =>
  generateSync({ secret, epoch: Math.floor(milliseconds / 1_000), period: 30, digits: 6, algorithm: 'sha1' });
