import { beforeEach, describe, expect, it } from 'vitest';
import {
  getAccount as accountOperation,
  confirmIdentity as confirmOperation,
  listSignIns as signInsOperation,
} from '../../../../shared/contract/operations/account.ts';
import { signIn as signInOperation } from '../../../../shared/contract/operations/sign-in.ts';
import { showRecoveryCodes as showOperation } from '../../../../shared/contract/operations/two-factor.ts';
import { listUsers as listOperation } from '../../../../shared/contract/operations/users.ts';
import { Failure } from '../../../../shared/domain/errors.ts';
import type { HttpEvent, HttpResponse } from '../../../../shared/entry/http/event.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { sessionEndpoint } from '../../../../shared/entry/http/session-endpoint.ts';
import { confirmIdentity } from '../../../../shared/use-cases/account/confirm-identity.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { listSignIns } from '../../../../shared/use-cases/account/list-sign-ins.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { listUsers } from '../../../../shared/use-cases/users/list-users.ts';
import { MINUTE_OF } from '../../../security-settings.ts';
import { newWorld, PASSWORD, type World } from '../../../world.ts';

let world: World;
let lines: Record<string, unknown>[];
let token: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  lines = [];
  await world.register(email);
  token = await world.signInWithPassword(email);
});
const needs = () => ({ ...world.needs, log: (line: Record<string, unknown>) => void lines.push(line) });

const event = (given: Partial<HttpEvent> = {}): HttpEvent => ({
  headers: { 'content-type': 'application/json', 'user-agent': 'a'.repeat(500) },
  isBase64Encoded: false,
  requestContext: { requestId: 'r-1', http: { method: 'POST', path: '/', sourceIp: '192.0.2.1' } },
  ...given,
});
type Handler = (event: HttpEvent, context: never) => Promise<HttpResponse>;
const call = async (handler: unknown, given: Partial<HttpEvent> = {}, context = {}) => {
  const response = await (handler as Handler)(event(given), context as never);
  return { ...response, json: response.body ? JSON.parse(response.body) : undefined };
};
const callSignIn = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  call(publicEndpoint(signInOperation, needs(), signIn), {
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const authorized = (bearer = token) => ({ headers: { authorization: `Bearer ${bearer}` } });
const callAccount = (given: Partial<HttpEvent> = authorized()) =>
  call(sessionEndpoint(accountOperation, needs(), getAccount), given);

describe('every answer', () => {
  it.each([200, 401])('%i carries the security headers and the request’s id', async (status) => {
    const { statusCode, headers } = await callSignIn({ email, password: status === 200 ? PASSWORD : 'wrong' });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': 'r-1',
    });
    expect(headers['strict-transport-security']).toContain('max-age=63072000');
    expect(headers['content-type']).toMatch(/charset=utf-8$/);
  });

  it('leaves one log line with operation, outcome, user and request, and no secret', async () => {
    await callSignIn({ email, password: PASSWORD });
    await callSignIn({ email, password: 'wrong' });
    expect(lines).toMatchObject([
      { operation: 'signIn', outcome: 'ok', status: 200, requestId: 'r-1', userId: expect.any(String) },
      { operation: 'signIn', outcome: 'credentials_invalid', status: 401 },
    ]);
    expect(JSON.stringify(lines)).not.toContain(PASSWORD);
    expect(JSON.stringify(lines)).not.toContain('sps_');
  });
});

describe('a problem', () => {
  it('is RFC 9457 with a stable code', async () => {
    const { json, headers } = await callSignIn({ email, password: 'wrong' });
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(json).toEqual({
      type: '/problems/credentials-invalid',
      title: expect.any(String),
      status: 401,
      code: 'credentials_invalid',
      requestId: 'r-1',
    });
  });

  it('is byte-equal for unknown address and wrong password (rule 4)', async () => {
    const known = await callSignIn({ email, password: 'wrong' });
    const unknown = await callSignIn({ email: 'nobody@acme.example', password: 'wrong' });
    expect(unknown.body).toBe(known.body);
    expect(unknown.headers).toEqual(known.headers);
  });

  it('for a bug reveals nothing about it; the log says where, but not what', async () => {
    const broken = sessionEndpoint(accountOperation, needs(), async () => {
      throw new TypeError(`cannot read ${PASSWORD}`);
    });
    const { statusCode, json, body } = await call(broken, authorized());
    expect([statusCode, json.code]).toEqual([500, 'internal']);
    expect(body).not.toContain(PASSWORD);
    expect(lines.at(-1)).toMatchObject({
      level: 'ERROR',
      outcome: 'internal',
      error: { name: 'TypeError', at: expect.any(Array) },
    });
    expect(JSON.stringify(lines)).not.toContain(PASSWORD);
  });

  it('with a dependency says when to try again, and the log names the cause', async () => {
    const cause = Object.assign(new Error('secret detail'), { name: 'InternalServerError' });
    const failing = sessionEndpoint(accountOperation, needs(), async () => {
      throw new Failure('temporarily_unavailable', { retryAfter: 1, cause });
    });
    const { statusCode, headers } = await call(failing, authorized());
    expect([statusCode, headers['retry-after']]).toEqual([503, '1']);
    expect(lines.at(-1)).toMatchObject({ outcome: 'temporarily_unavailable', error: { name: 'InternalServerError' } });
    expect(JSON.stringify(lines)).not.toContain('secret detail');
  });

  it('comes before Lambda cuts off a slow request', async () => {
    const slow = sessionEndpoint(accountOperation, needs(), () => new Promise(() => undefined));
    const { statusCode, json } = await call(slow, authorized(), { getRemainingTimeInMillis: () => 260 });
    expect([statusCode, json.code]).toEqual([503, 'temporarily_unavailable']);
  });
});

describe('a request', () => {
  it.each([
    ['broken JSON', '{"email":', '#'],
    ['no body', '', '#'],
    ['a list', '[]', '#'],
    ['null', 'null', '#'],
    ['a missing field', { email }, '#/password'],
    ['a wrong type', { email, password: 5 }, '#/password'],
    ['an unknown field', { email, password: PASSWORD, admin: true }, '#'],
    ['a prototype', '{"email":"a@b.example","password":"x","__proto__":{"admin":true}}', '#'],
    ['a malformed address', { email: 'nonsense', password: 'x' }, '#/email'],
    ['an unknown transport', { email, password: 'x', transport: 'carrier pigeon' }, '#/transport'],
  ])('with %s is 400 and says where', async (_, body, pointer) => {
    const { statusCode, json } = await callSignIn(body);
    expect([statusCode, json.code]).toEqual([400, 'request_invalid']);
    expect(json.errors[0].pointer).toBe(pointer);
    expect(json.errors[0].detail).not.toBe('');
  });

  it('with both a code and a recovery code is 400', async () => {
    const confirm = sessionEndpoint(confirmOperation, needs(), confirmIdentity);
    const body = JSON.stringify({ password: PASSWORD, code: '123456', recoveryCode: '0'.repeat(24) });
    const headers = { ...authorized().headers, 'content-type': 'application/json' };
    const { statusCode, json } = await call(confirm, { headers, body });
    expect([statusCode, json.errors[0].pointer]).toEqual([400, '#/recoveryCode']);
  });

  it('over 4 KiB is 413 before anything reads it', async () => {
    for (const size of [4_097, 9_000, 1_048_576]) expect((await callSignIn('x'.repeat(size))).statusCode).toBe(413);
    expect((await callSignIn(`"${'ä'.repeat(2_047)}"`)).statusCode).toBe(400);
    expect((await callSignIn(`"${'ä'.repeat(2_048)}"`)).statusCode).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'as %j is 415',
    async (type) => {
      expect((await callSignIn({ email, password: PASSWORD }, { 'content-type': type })).statusCode).toBe(415);
    },
  );

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'as %j is read',
    async (type) => {
      expect((await callSignIn({ email, password: PASSWORD }, { 'content-type': type })).statusCode).toBe(200);
    },
  );

  it('in base64 is read like any other', async () => {
    const body = Buffer.from(JSON.stringify({ email, password: PASSWORD })).toString('base64');
    const { statusCode } = await call(publicEndpoint(signInOperation, needs(), signIn), {
      body,
      isBase64Encoded: true,
    });
    expect(statusCode).toBe(200);
  });

  it('with a body where none is accepted is 400, except for an empty object', async () => {
    expect((await callAccount({ ...authorized(), body: '{"x":1}' })).statusCode).toBe(400);
    expect((await callAccount({ ...authorized(), body: '{}' })).statusCode).toBe(200);
  });

  it('with an unknown query parameter is 400', async () => {
    expect((await callAccount({ ...authorized(), queryStringParameters: { verbose: '1' } })).statusCode).toBe(400);
  });

  it('keeps 256 characters of the client’s name', async () => {
    await call(publicEndpoint(signInOperation, needs(), signIn), {
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    expect([...world.state.sessions.values()].at(-1)?.userAgent).toBe('a'.repeat(256));
  });
});

describe('authentication', () => {
  it.each([
    {},
    { authorization: '' },
    { authorization: 'Bearer' },
    { authorization: 'Basic eDp5' },
    { authorization: 'Bearer nonsense' },
  ])('without a session (%j) is 401 with a challenge to the client', async (headers) => {
    const { statusCode, json, headers: answered } = await callAccount({ headers });
    expect([statusCode, json.code, answered['www-authenticate']]).toEqual([401, 'session_required', 'Bearer']);
  });

  it('with a challenge’s token is 401 (rule 3)', async () => {
    await world.enroll(token);
    expect((await callAccount(authorized(await world.startChallenge(email)))).statusCode).toBe(401);
  });

  it('ends with the session: idle, expired, ended, suspended', async () => {
    expect((await callAccount()).statusCode).toBe(200);
    world.advance(MINUTE_OF.idle);
    expect((await callAccount()).statusCode).toBe(401);
  });

  it('counts use: a session that is used stays alive', async () => {
    for (let count = 0; count < 4; count += 1) {
      world.advance(MINUTE_OF.idle / 2);
      expect((await callAccount()).statusCode).toBe(200);
    }
  });

  it('does not fail if the use could not be recorded', async () => {
    world.advance(2 * 60_000);
    const sessions = { ...world.needs.sessions, touch: () => Promise.reject(new Error('throttled')) };
    const handler = sessionEndpoint(accountOperation, { ...needs(), sessions }, getAccount);
    expect((await call(handler, authorized())).statusCode).toBe(200);
  });

  it('lets a user without a required second factor only set one up', async () => {
    const { caller } = await world.as(token);
    const requiredFrom = world.context().now + 60_000;
    const policy = { mode: 'required' as const, requiredFrom };
    Object.assign(world.state.organizations.get(caller.user.organizationId) ?? {}, { twoFactorPolicy: policy });
    token = await world.signInWithPassword(email);
    const list = sessionEndpoint(signInsOperation, needs(), listSignIns);
    expect((await call(list, authorized())).statusCode).toBe(200);
    world.advance(60_000);
    const refused = await call(list, authorized());
    expect([refused.statusCode, refused.json.code]).toEqual([403, 'two_factor_required']);
    expect((await callAccount()).statusCode).toBe(200);
    ({ token } = await world.enroll(token));
    expect((await call(list, authorized())).statusCode).toBe(200);
  });

  it('asks for a fresh identity after 15 minutes', async () => {
    ({ token } = await world.enroll(token));
    const show = sessionEndpoint(showOperation, needs(), showRecoveryCodes);
    expect((await call(show, authorized())).statusCode).toBe(200);
    world.advance(MINUTE_OF.identity);
    const { statusCode, json } = await call(show, authorized());
    expect([statusCode, json.code]).toEqual([403, 'identity_confirmation_required']);
  });

  it('asks for the permission before it reads the request', async () => {
    const list = sessionEndpoint(listOperation, needs(), listUsers);
    const { statusCode, json } = await call(list, { ...authorized(), queryStringParameters: { limit: 'x' } });
    expect([statusCode, json.code]).toEqual([403, 'permission_required']);
  });

  it.each(['0', '101', '-1', '1e2', '', ' 5', '05000'])('refuses the limit %j', async (limit) => {
    await world.register('boss@acme.example', undefined, ['users:manage']);
    const boss = await world.signInWithPassword('boss@acme.example');
    const list = sessionEndpoint(listOperation, needs(), listUsers);
    expect((await call(list, { ...authorized(boss), queryStringParameters: { limit } })).statusCode).toBe(400);
  });
});

describe('a reply', () => {
  it('contains what the contract has, whatever the use case returns', async () => {
    const leaky = sessionEndpoint(accountOperation, needs(), async (given, context) => ({
      ...(await getAccount(given, context)),
      passwordHash: 'x',
    }));
    const { json } = await call(leaky, authorized());
    expect(json).not.toHaveProperty('passwordHash');
    expect(json).toHaveProperty('email', email);
  });
});
