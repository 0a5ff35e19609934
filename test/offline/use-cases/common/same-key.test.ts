import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallerContext } from '../../../../shared/domain/request.ts';
import { idempotencyOf } from '../../../../shared/domain/sessions/idempotency.ts';
import { changePassword } from '../../../../shared/use-cases/account/change-password.ts';
import { confirmIdentity } from '../../../../shared/use-cases/account/confirm-identity.ts';
import { endOtherSessions } from '../../../../shared/use-cases/account/end-other-sessions.ts';
import { beginTwoFactorSetup } from '../../../../shared/use-cases/two-factor/begin-two-factor-setup.ts';
import { confirmTwoFactorSetup } from '../../../../shared/use-cases/two-factor/confirm-two-factor-setup.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { regenerateRecoveryCodes } from '../../../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { resetTwoFactor } from '../../../../shared/use-cases/users/reset-two-factor.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

const admin = 'admin@acme.example';
let world: World;
let token: string;
let userId: string;
beforeEach(async () => {
  world = newWorld();
  const { organizationId } = await world.register(admin, undefined, ['users:manage']);
  ({ userId } = await world.register('bea@acme.example', organizationId));
  await world.enroll(await world.signInWithPassword('bea@acme.example'));
  token = await world.signInWithPassword(admin);
  world.advance(60_000);
});

type Work = (context: CallerContext) => Promise<unknown>;
type Prepared = Work | Promise<Work>;
const enrolled = async (work: Work): Promise<Work> => {
  ({ token } = await world.enroll(token));
  return work;
};

/** Every operation that takes an Idempotency-Key and a session: what it writes is written only once with that key. */
const operations: Record<string, () => Prepared> = {
  changePassword: () => (context) =>
    changePassword(world.needs, context, { currentPassword: PASSWORD, newPassword: 'another horse battery staple' }),
  confirmIdentity: () => (context) => confirmIdentity(world.needs, context, { password: PASSWORD }),
  confirmTwoFactorSetup: async () => {
    const { setupId, secret } = await beginTwoFactorSetup(world.needs, await world.as(token));
    return (context) => confirmTwoFactorSetup(world.needs, context, { setupId, code: world.codeOf(secret) });
  },
  disableTwoFactor: () => enrolled((context) => disableTwoFactor(world.needs, context)),
  regenerateRecoveryCodes: () => enrolled((context) => regenerateRecoveryCodes(world.needs, context)),
  endOtherSessions: () => (context) => endOtherSessions(world.needs, context),
  createUser: () => (context) => createUser(world.needs, context, { email: 'new@acme.example', name: 'New' }),
  inviteAgain: () => (context) => inviteAgain(world.needs, context, { userId }),
  issueBypassCode: () => (context) => issueBypassCode(world.needs, context, { userId, reason: 'phone at home' }),
  resetTwoFactor: () => (context) => resetTwoFactor(world.needs, context, { userId, reason: 'phone lost' }),
};

describe('an Idempotency-Key of another request', () => {
  it.each(Object.keys(operations))('is refused by %s, and nothing is done', async (operation) => {
    const work = await operations[operation]?.();
    const caller = await world.as(token);
    const key = randomUUID();
    const under = (input: object): CallerContext => ({
      ...caller,
      idempotency: idempotencyOf({ key, token, operation, input }),
    });
    // Another request of the same session with the same key was answered a moment ago.
    const spent = under({ other: true }).idempotency;
    world.state.replies.set(spent?.id ?? '', {
      id: spent?.id ?? '',
      sealed: spent?.seal({ of: 'the other' }, world.needs.random.bytes(12)) ?? new Uint8Array(),
      expiresAt: world.context().now + 60_000,
      userId: caller.caller.user.id,
      authVersion: caller.caller.user.authVersion,
    });
    const before = structuredClone(world.state.events);
    const refused = (work as Work)(under({}));
    await expect(refused).rejects.toMatchObject({
      code: 'request_invalid',
      errors: [{ detail: 'This Idempotency-Key was used for another request' }],
    });
    expect(world.state.events).toEqual(before);
    expect(await failureOf(world.as(token))).toBe('none');
  });
});
