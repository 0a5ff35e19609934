import { ORIGIN, type Server } from './better-auth-server.ts';

export type Cookies = ReadonlyMap<string, string>;
export type Body = Record<string, unknown>;
export type Call = { path: string; cookies?: Cookies; json?: object; expect: (body: Body) => boolean };
export type Answer = { body: Body; cookies: Cookies };
export type Measured = { step: string; cpuMs: number; databaseCalls: number };

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Linux updates a running thread's usage only at its ticks (4 ms) and when it sleeps, so this sleeps first. */
const cpuMs = (): number => {
  Atomics.wait(cell, 0, 0, 0.05);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

const requestOf = ({ path, cookies = new Map(), json }: Call): Request => {
  const headers = new Headers({ origin: ORIGIN });
  if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  if (!json) return new Request(`${ORIGIN}/api/auth${path}`, { headers });
  headers.set('content-type', 'application/json');
  return new Request(`${ORIGIN}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
};

const cookiesAfter = (response: Response, before: Cookies = new Map()): Cookies => {
  const after = new Map(before);
  for (const line of response.headers.getSetCookie()) {
    const pair = line.slice(0, line.indexOf(';'));
    const name = pair.slice(0, pair.indexOf('='));
    if (/;\s*max-age=0\b/i.test(line)) after.delete(name);
    else after.set(name, pair.slice(name.length + 1));
  }
  return after;
};

const answerOf = async (call: Call, response: Response): Promise<Answer> => {
  const text = await response.text();
  const body = JSON.parse(text);
  if (response.status !== 200 || !body || !call.expect(body)) {
    throw new Error(`${call.path} answered ${response.status} ${text}`);
  }
  return { body, cookies: cookiesAfter(response, call.cookies) };
};

export const newClient = ({ auth, database }: Server) => {
  const measured: Measured[] = [];
  const measure = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
    const statements = database.statements;
    const startedAt = cpuMs();
    const result = await work();
    measured.push({ step, cpuMs: cpuMs() - startedAt, databaseCalls: database.statements - statements });
    return result;
  };
  const send = async (call: Call): Promise<Answer> => answerOf(call, await auth.handler(requestOf(call)));
  // Creating the request and reading the body are not measured: neither belongs to the library.
  const timed = async (step: string, call: Call): Promise<Answer> => {
    const request = requestOf(call);
    return answerOf(call, await measure(step, () => auth.handler(request)));
  };
  return { measured, measure, send, timed };
};

export type Client = ReturnType<typeof newClient>;
