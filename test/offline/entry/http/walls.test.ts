import { beforeEach, describe, expect, it } from 'vitest';
import { getAccount as accountOperation } from '../../../../shared/contract/operations/account.ts';
import { resetTwoFactor as resetOperation } from '../../../../shared/contract/operations/administration.ts';
import { signIn as signInOperation } from '../../../../shared/contract/operations/sign-in.ts';
import {
  createUser as createOperation,
  getUser as getOperation,
  updateUser as updateOperation,
} from '../../../../shared/contract/operations/users.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { sessionEndpoint } from '../../../../shared/entry/http/session-endpoint.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { getUser } from '../../../../shared/use-cases/users/get-user.ts';
import { resetTwoFactor } from '../../../../shared/use-cases/users/reset-two-factor.ts';
import { updateUser } from '../../../../shared/use-cases/users/update-user.ts';
import { MINUTE_OF } from '../../../security-settings.ts';
import { newWorld, PASSWORD, type World } from '../../../world.ts';

let world: World;
let boss: string;
let userId: string;
let lines: Record<string, unknown>[];
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  lines = [];
  const user = await world.register(email);
  userId = user.userId;
  await world.register('boss@acme.example', user.organizationId, ['users:manage']);
  boss = await world.signInWithPassword('boss@acme.example');
});
const needs = () => ({ ...world.needs, log: (line: Record<string, unknown>) => void lines.push(line) });

const ask = async (handler: unknown, token: string, body?: object): Promise<string | number> => {
  const answer = await (handler as (event: object, context: object) => Promise<{ statusCode: number; body?: string }>)(
    {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      pathParameters: { userId },
      isBase64Encoded: false,
      requestContext: { requestId: 'r', http: { method: 'POST', path: '/', sourceIp: '192.0.2.1' } },
      ...(body && { body: JSON.stringify(body) }),
    },
    {},
  );
  return answer.statusCode < 300 ? answer.statusCode : JSON.parse(answer.body ?? '{}').code;
};
const update = (body: object) => ask(sessionEndpoint(updateOperation, needs(), updateUser), boss, body);
const reset = () => ask(sessionEndpoint(resetOperation, needs(), resetTwoFactor), boss, { reason: 'Lost their phone' });
const create = (body: object) =>
  ask(sessionEndpoint(createOperation, needs(), createUser), boss, { email: 'new@acme.example', name: 'New', ...body });

describe('an administrator who confirmed their identity a while ago', () => {
  beforeEach(async () => {
    ({ token: boss } = await world.enroll(boss));
    world.advance(MINUTE_OF.identity);
  });

  it.each([{ permissions: ['users:manage'] }, { status: 'suspended' }, { name: 'Uma', status: 'active' }])(
    'cannot change %j',
    async (body) => {
      expect(await update(body)).toBe('identity_confirmation_required');
    },
  );

  it('cannot create another administrator, nor a user with an explicitly empty list of permissions', async () => {
    expect(await create({ permissions: ['users:manage'] })).toBe('identity_confirmation_required');
    expect(await create({ permissions: [] })).toBe('identity_confirmation_required');
  });

  it('can do what is harmless', async () => {
    expect(await update({ name: 'Uma Umber' })).toBe(200);
    expect(await create({})).toBe(201);
  });
});

describe('an administrator without a second factor', () => {
  it('cannot touch other people’s rights or factors, however fresh', async () => {
    await world.enroll(await world.signInWithPassword(email));
    expect(await update({ permissions: ['users:manage'] })).toBe('two_factor_required');
    expect(await update({ status: 'suspended' })).toBe('two_factor_required');
    expect(await create({ permissions: ['users:manage'] })).toBe('two_factor_required');
    expect(await reset()).toBe('two_factor_required');
    ({ token: boss } = await world.enroll(boss));
    expect(await reset()).toBe(204);
  });
});

it('a session that the user’s own item does not list is none, whoever wrote it', async () => {
  const account = sessionEndpoint(accountOperation, needs(), getAccount);
  const token = await world.signInWithPassword(email);
  expect(await ask(account, token)).toBe(200);
  Object.assign(world.state.users.get(userId) ?? {}, { sessions: {} });
  expect(await ask(account, token)).toBe('session_required');
});

describe('the log line', () => {
  const enter = (password = PASSWORD) => ask(publicEndpoint(signInOperation, needs(), signIn), '', { email, password });

  it('of a sign-in says what it led to and by which factors, and which limit refused it', async () => {
    await enter();
    await world.enroll(await world.signInWithPassword(email));
    await enter();
    for (let count = 0; count < 6; count += 1) await enter('wrong');
    expect(lines).toMatchObject([
      { outcome: 'ok', result: 'session', method: 'password', userId },
      { outcome: 'ok', result: 'challenge', method: 'password', userId },
      ...Array(5).fill({ outcome: 'credentials_invalid', reason: 'wrong_password', userId }),
      { outcome: 'too_many_attempts', reason: 'password_limit' },
    ]);
  });

  it('of an administrator’s request says whom it was about', async () => {
    await ask(sessionEndpoint(getOperation, needs(), getUser), boss);
    expect(lines).toMatchObject([{ operation: 'getUser', outcome: 'ok', targetId: userId }]);
    expect(lines[0]?.userId).not.toBe(userId);
  });
});
