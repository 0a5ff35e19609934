import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmIdentity as confirmOperation } from '../../../../shared/contract/operations/account.ts';
import { setPassword as setOperation } from '../../../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { sessionEndpoint } from '../../../../shared/entry/http/session-endpoint.ts';
import { confirmIdentity } from '../../../../shared/use-cases/account/confirm-identity.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { newWorld, PASSWORD, type World } from '../../../world.ts';
import { send } from './send.ts';

let world: World;
let token: string;
const email = 'uma@acme.example';
beforeEach(async () => {
  world = newWorld();
  await world.register(email, undefined, ['users:manage']);
  token = await world.signInWithPassword(email);
});
const needs = () => ({ ...world.needs, log: () => undefined });
const confirm = (key?: string, password = PASSWORD) =>
  send(sessionEndpoint(confirmOperation, needs(), confirmIdentity), {
    body: { password },
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(key && { 'idempotency-key': key }),
    },
  });

/**
 * The request ends the very token that it came with: a client that lost the answer can only repeat it with the old
 * token.
 */
describe('a request whose own work ended its session', () => {
  it('is answered again under its key', async () => {
    const key = randomUUID();
    const first = await confirm(key);
    expect(first.statusCode).toBe(200);
    const again = await confirm(key);
    expect([again.statusCode, again.json]).toEqual([200, first.json]);
    expect(first.json.session.token).not.toBe(token);
  });

  it('is refused like any other without its key, under another, or with other content', async () => {
    const key = randomUUID();
    await confirm(key);
    for (const again of [await confirm(), await confirm(randomUUID()), await confirm(key, 'something else')]) {
      expect([again.statusCode, again.json.code]).toEqual([401, 'session_required']);
    }
  });
});

it('what a link did is answered again to a client with the link and the key', async () => {
  const invited = await createUser(world.needs, await world.as(token), { email: 'new@acme.example', name: 'New' });
  const link = new URL(invited.invitation.url).hash.slice(1);
  const set = (key?: string) =>
    send(publicEndpoint(setOperation, needs(), setPassword), {
      body: { token: link, newPassword: 'another horse battery staple' },
      headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    });
  const key = randomUUID();
  const first = await set(key);
  expect(first.statusCode).toBe(200);
  expect((await set(key)).json).toEqual(first.json);
  expect((await set()).json.code).toBe('challenge_invalid');
});
