import { randomInt } from 'node:crypto';
import { type Answer, type Client, totpAt } from './kit/client.ts';
import { newOrganization, PASSWORD } from './kit/people.ts';

/*
 * A realistic load: 90 % reads of a session, 8 % sign-ins, 2 % settings, from clients that send as fast as they are
 * answered.
 */

type Person = { email: string; token: string; signIns: number; secret?: string; lastTimeStep: number };
export type Mix = {
  requests: number;
  seconds: number;
  statuses: Map<string, number>;
  signIns: number;
  wrong: string[];
};

const CLIENTS = 12;
const PERIOD_MS = 30_000;

const sessionOf = ({ json }: Answer): string => (json as { session?: { token: string } }).session?.token ?? '';

/** An unused time step of the app, or null until there is one. */
const nextCode = (person: Person): string | null => {
  const step = Math.floor(Date.now() / PERIOD_MS) + 1;
  if (!person.secret || step <= person.lastTimeStep) return null;
  person.lastTimeStep = step;
  return totpAt(person.secret, step * PERIOD_MS);
};

type Ask = Client['ask'];

const signIn = async (ask: Ask, person: Person): Promise<void> => {
  const first = await ask('POST', '/v1/sign-in', undefined, { email: person.email, password: PASSWORD });
  if (first.status !== 200) return;
  if (sessionOf(first)) {
    person.signIns += 1;
    person.token = sessionOf(first);
    return;
  }
  const code = nextCode(person);
  const challengeToken = (first.json as { challenge?: { token: string } }).challenge?.token;
  if (code === null) return;
  const second = await ask('POST', '/v1/sign-in/totp', undefined, { challengeToken, code });
  if (second.status !== 200) return;
  person.signIns += 1;
  person.token = sessionOf(second);
};

const enable = async (ask: Ask, person: Person): Promise<void> => {
  const begun = await ask('POST', '/v1/me/two-factor/setup', person.token);
  if (begun.status !== 201) return;
  const { setupId, secret } = begun.json as { setupId: string; secret: string };
  const step = Math.floor(Date.now() / PERIOD_MS);
  const confirm = { setupId, code: totpAt(secret, step * PERIOD_MS) };
  const done = await ask('POST', '/v1/me/two-factor/setup/confirm', person.token, confirm);
  if (done.status !== 200) return;
  Object.assign(person, { secret, lastTimeStep: step });
  person.token = sessionOf(done);
};

const settings = async (ask: Ask, person: Person): Promise<void> => {
  if (!person.secret) return enable(ask, person);
  const isRegenerating = randomInt(4) > 0;
  const answer = isRegenerating
    ? await ask('POST', '/v1/me/two-factor/recovery-codes', person.token)
    : await ask('DELETE', '/v1/me/two-factor', person.token);
  if (answer.status !== 200) return;
  // Each change of the factor returns the session's next token.
  person.token = sessionOf(answer);
  if (!isRegenerating) delete person.secret;
};

const act = (ask: Ask, person: Person): Promise<unknown> => {
  const dice = randomInt(100);
  if (dice < 90) return ask('GET', dice < 80 ? '/v1/me' : '/v1/me/sign-ins', person.token);
  return dice < 98 ? signIn(ask, person) : settings(ask, person);
};

const recordsOf = async (ask: Ask, person: Person): Promise<number> => {
  let recorded = 0;
  let cursor = '';
  do {
    const page = await ask('GET', `/v1/me/sign-ins?limit=100${cursor}`, person.token);
    const { signIns = [], nextCursor } = page.json as { signIns?: unknown[]; nextCursor?: string };
    recorded += signIns.length;
    cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
  } while (cursor !== '');
  return recorded;
};

/** Runs the mix for a while, and compares the answers that clients got with what the table contains. */
export const runMix = async (client: Client, forSeconds: number, everySecond = (_: number) => {}): Promise<Mix> => {
  const statuses = new Map<string, number>();
  let requests = 0;
  const ask: Ask = async (...given) => {
    const answer = await client.ask(...given);
    requests += 1;
    statuses.set(String(answer.status), (statuses.get(String(answer.status)) ?? 0) + 1);
    return answer;
  };
  const { add } = await newOrganization(client);
  const people: Person[] = [];
  for (let count = 0; count < CLIENTS; count += 1) {
    const person = { email: await add(`mix-${count}`), token: '', signIns: 0, lastTimeStep: 0 };
    await signIn(ask, person);
    people.push(person);
  }
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  const sampling = setInterval(() => everySecond(seconds()), 1_000);
  const before = requests;
  await Promise.all(
    people.map(async (person) => {
      while (seconds() < forSeconds) await act(ask, person);
    }),
  );
  clearInterval(sampling);
  const lasted = seconds();
  const made = requests - before;
  const wrong: string[] = [];
  for (const person of people) {
    const recorded = await recordsOf(ask, person);
    if (recorded !== person.signIns) wrong.push(`${person.email}: ${recorded} records, ${person.signIns} answers`);
  }
  const signIns = people.reduce((sum, person) => sum + person.signIns, 0);
  return { requests: made, seconds: lasted, statuses, signIns, wrong };
};

export const mixLines = ({ requests, seconds, statuses, signIns, wrong }: Mix): string[] => [
  `${requests} requests in ${seconds.toFixed(0)} s by ${CLIENTS} clients: ${(requests / seconds).toFixed(0)} a second.`,
  `Answers: ${[...statuses]
    .sort()
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ')}.`,
  `Sign-ins: ${signIns} answered with a session; records that differ: ${wrong.length === 0 ? 'none' : wrong.join(', ')}.`,
];
