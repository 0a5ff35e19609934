import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { generateSync } from 'otplib/functional';
import { inject } from 'vitest';
import { commands } from '../../admin/commands.ts';
import { adminNeeds } from '../../admin/needs.ts';
import type { AwsCall } from '../../local/aws/trace.ts';

/* The product as its users see it: HTTP from outside, and an authenticator app. Each test gets its own organization. */

const { url, controlUrl } = inject('accounts');
export const PASSWORD = 'correct horse battery staple';

export type Answer = { status: number; headers: Headers; body: string; json: never };
type Sent = { token?: string | undefined; body?: unknown; headers?: Record<string, string> };

/** A separate client for each request: these tests are not about the limit per source, unless a test says so. */
export const anySource = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

export const call = async (method: string, path: string, { token, body, headers = {} }: Sent = {}): Promise<Answer> => {
  const answer = await fetch(url + path, {
    method,
    headers: {
      'x-local-source-ip': anySource(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = /^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '');
  const json = isJson && text !== '' ? JSON.parse(text) : undefined;
  return { status: answer.status, headers: answer.headers, body: text, json: json as never };
};
export const get = (path: string, token?: string) => call('GET', path, { token });
export const post = (path: string, body?: unknown, token?: string) => call('POST', path, { body, token });
export const remove = (path: string, token?: string) => call('DELETE', path, { token });

/** What the local cloud saw on the wire for a request. */
export type Seen = AwsCall;
export const callsOf = async ({ headers }: Answer): Promise<Seen[]> => {
  const answer = await fetch(`${controlUrl}/calls?requestId=${headers.get('x-request-id')}`);
  return ((await answer.json()) as { calls: Seen[] }).calls;
};

Object.assign(process.env, inject('aws'), { JAVA_TOOL_OPTIONS: '' });
export const needs = adminNeeds();
const setPassword = async (invitation: string): Promise<void> => {
  const answer = await post('/v1/password/set', { token: new URL(invitation).hash.slice(1), newPassword: PASSWORD });
  if (answer.status !== 200) throw new Error(`setPassword: ${answer.body}`);
};

export const newUser = async (organization: string, name: string, manageUsers = false): Promise<string> => {
  const email = `${name}@${organization}.example`;
  const { invitation } = await commands.createUser(needs, { organization, email, name: 'Test Person', manageUsers });
  await setPassword(invitation);
  return email;
};

/** A new organization with an administrator and a user. */
export const newOrganization = async (name = 'Acme Telecom') => {
  const { organizationId } = await commands.createOrganization(needs, { name });
  const [admin, user] = await Promise.all([newUser(organizationId, 'admin', true), newUser(organizationId, 'user')]);
  return { organizationId, admin, user };
};

export const signIn = (email: string, password = PASSWORD) => post('/v1/sign-in', { email, password });
export const sessionOf = async (email: string): Promise<string> => {
  const answer = await signIn(email);
  const { session } = answer.json as { session?: { token: string } };
  if (!session) throw new Error(`no session: ${answer.body}`);
  return session.token;
};
export const challengeOf = async (email: string): Promise<string> => {
  const answer = await signIn(email);
  const { challenge } = answer.json as { challenge?: { token: string } };
  if (!challenge) throw new Error(`no challenge: ${answer.body}`);
  return challenge.token;
};

/** The authenticator app. `steps` counts time steps from now: a code used in one test may not be used again. */
export const codeOf = (secret: string, steps = 0): string =>
  generateSync({
    secret,
    epoch: Math.floor(Date.now() / 1_000) + steps * 30,
    period: 30,
    digits: 6,
    algorithm: 'sha1',
  });

const PERIOD_MS = 30_000;
/** How long a request may take on a busy machine, and how long it takes a person who types first. */
const LONGEST_REQUEST_MS = 6_000;
const LONGEST_ENTRY_MS = 12_000;

/** The current 30-second time step: RFC 6238's T. */
const timeStepNow = (): number => Math.floor(Date.now() / PERIOD_MS);

/**
 * The code of the previous time step, at a time when it is still accepted on arrival: near the end of a step it would
 * be two steps old by then. Checks the clock again after each wait, since a timer may fire a millisecond early.
 */
const codeBeforeFor = async (secret: string, wayMs: number): Promise<string> => {
  for (;;) {
    const left = PERIOD_MS - (Date.now() % PERIOD_MS);
    if (left >= wayMs) return codeOf(secret, -1);
    await setTimeout(left);
  }
};

export const codeBefore = (secret: string): Promise<string> => codeBeforeFor(secret, LONGEST_REQUEST_MS);
/** The same for a code that is entered on a page. */
export const codeBeforeToEnter = (secret: string): Promise<string> => codeBeforeFor(secret, LONGEST_ENTRY_MS);

/**
 * Sends the code of the previous time step, so that the current one stays unused. A code refused because its step
 * passed on the way is not a failure: only then is a newer one sent.
 */
const withCodeBefore = async <Reply extends { status: number }>(
  secret: string,
  send: (code: string) => Promise<Reply>,
): Promise<Reply> => {
  const code = await codeBefore(secret);
  const computedIn = timeStepNow();
  const reply = await send(code);
  return reply.status === 401 && timeStepNow() > computedIn ? withCodeBefore(secret, send) : reply;
};

/** Turns on 2FA with the code of the previous time step, so that the current one can still be used to sign in. */
export const enroll = async (token: string): Promise<{ secret: string; recoveryCodes: string[]; token: string }> => {
  const setup = await post('/v1/me/two-factor/setup', undefined, token);
  const { setupId, secret } = setup.json as { setupId: string; secret: string };
  const confirmed = await withCodeBefore(secret, (code) =>
    post('/v1/me/two-factor/setup/confirm', { setupId, code }, token),
  );
  const { recoveryCodes, session } = confirmed.json as { recoveryCodes?: string[]; session: { token: string } };
  if (!recoveryCodes) throw new Error(`not enrolled: ${confirmed.body}`);
  // The token has changed, because the session's rights have.
  return { secret, recoveryCodes, token: session.token };
};

/**
 * The token of an administrator who has a second factor and has just used it, which changing other accounts requires.
 */
export const freshAdmin = async (email: string): Promise<string> => (await enroll(await sessionOf(email))).token;

export const runAdmin = async (...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  const command = promisify(execFile)(process.execPath, ['admin/main.ts', ...parameters], { env: { ...process.env } });
  return command.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
};
