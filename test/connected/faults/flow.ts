import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { commands } from '../../../admin/commands.ts';
import {
  type Answer,
  anySource,
  call,
  codeOf,
  enroll,
  needs,
  PASSWORD,
  post,
  sessionOf,
  signIn,
} from '../../kit/product.ts';
import type { Facts } from './facts.ts';

/* The parts that flows are made of. */

export type Prepared = {
  /** The user whose facts are checked. */
  userId: string;
  /** The request that meets the fault. */
  send(client: string): Promise<Answer>;
  /** Whether the table says that it was done; left out if the user's facts do not show it. */
  isDone?(before: Facts, after: Facts): boolean;
  /** Continues as the person would when nothing is broken any more. Throws if they cannot. */
  finish(answer: Answer, wasDone: boolean): Promise<void>;
};
export type Flow = { name: string; prepare(organization: string): Promise<Prepared> };

type Sent = { method?: string; token?: string; body?: unknown; key?: string };
export const sender =
  (path: string, { method = 'POST', token, body, key }: Sent) =>
  (client: string): Promise<Answer> =>
    call(method, path, {
      token,
      body,
      headers: { 'x-local-source-ip': client, ...(key && { 'idempotency-key': key }) },
    });

const PREPARATIONS = 5;
/** On a busy machine an answer may come too late while a case is being prepared: that says nothing about the case. */
export const patiently = async <T>(prepare: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prepare();
    } catch (error) {
      if (tries === PREPARATIONS) throw error;
      await setTimeout(1_000 * tries);
    }
  }
};

export const newPerson = async (organization: string) => {
  const email = `${randomUUID()}@faults.example`;
  const made = await commands.createUser(needs, { organization, email, name: 'Test Person' });
  const invitation = new URL(made.invitation).hash.slice(1);
  return { email, userId: made.userId, invitation };
};
export const newMember = async (organization: string) => {
  const person = await newPerson(organization);
  expectStatus(await post('/v1/password/set', { token: person.invitation, newPassword: PASSWORD }), 200);
  return person;
};
/** Instances that hang for another case may delay a code until it is too old: then set up again. */
export const enrollInTime = async (token: string, tries = 3): ReturnType<typeof enroll> =>
  enroll(token).catch((error: unknown) => {
    if (tries === 0) throw error;
    return enrollInTime(token, tries - 1);
  });

export const newEnrolled = async (organization: string) => {
  const person = await newMember(organization);
  const token = await sessionOf(person.email);
  return { ...person, ...(await enrollInTime(token)) };
};

export const expectStatus = (answer: Answer, ...expected: number[]): void => {
  if (!expected.includes(answer.status))
    throw new Error(`${answer.status} ${answer.body}, not ${expected.join(' or ')}`);
};

/** I6, I3: the person signs in with the factors that are on; what was used is refused. */
export const getsIn = async (email: string, second?: { secret: string; used?: string }): Promise<string> => {
  const first = await signIn(email);
  expectStatus(first, 200);
  if (!second) return (first.json as { session: { token: string } }).session.token;
  const { challenge } = first.json as { challenge: { token: string } };
  if (second.used !== undefined) {
    const replay = await post('/v1/sign-in/totp', { challengeToken: challenge.token, code: second.used });
    expectStatus(replay, 401);
  }
  const done = await post('/v1/sign-in/totp', { challengeToken: challenge.token, code: codeOf(second.secret, 1) });
  expectStatus(done, 200);
  return (done.json as { session: { token: string } }).session.token;
};

/** The session that the answer of a change hands out: its token has changed. */
export const nextToken = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;

/** Sends the same request again, with its key: it must succeed now, and must have been done once. */
export const again = async (send: Prepared['send'], answer: Answer, expected: number): Promise<Answer> => {
  if (answer.status === expected) return answer;
  const repeated = await send(anySource());
  expectStatus(repeated, expected);
  return repeated;
};

/** The session of a new administrator, who has a second factor and has just used it. */
export const newAdmin = async (organization: string): Promise<string> => {
  const email = `${randomUUID()}@faults.example`;
  const made = await commands.createUser(needs, { organization, email, name: 'Boss', manageUsers: true });
  const token = new URL(made.invitation).hash.slice(1);
  expectStatus(await post('/v1/password/set', { token, newPassword: PASSWORD }), 200);
  return (await enrollInTime(await sessionOf(email))).token;
};
