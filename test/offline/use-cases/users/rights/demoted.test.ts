import { beforeEach, describe, expect, it } from 'vitest';
import type { CallerContext } from '../../../../../shared/domain/request.ts';
import { remindUsers } from '../../../../../shared/use-cases/follow-up/remind-users.ts';
import { setTwoFactorPolicy } from '../../../../../shared/use-cases/follow-up/set-two-factor-policy.ts';
import { createUser } from '../../../../../shared/use-cases/users/create-user.ts';
import { inviteAgain } from '../../../../../shared/use-cases/users/invite-again.ts';
import { issueBypassCode } from '../../../../../shared/use-cases/users/issue-bypass-code.ts';
import { liftWaits } from '../../../../../shared/use-cases/users/lift-waits.ts';
import { resetTwoFactor } from '../../../../../shared/use-cases/users/reset-two-factor.ts';
import { updateUser } from '../../../../../shared/use-cases/users/update-user.ts';
import { failureOf, newWorld, type World } from '../../../../world.ts';

const admin = 'admin@acme.example';
const email = 'bea@acme.example';
let world: World;
let adminId: string;
let userId: string;
beforeEach(async () => {
  world = newWorld();
  const registered = await world.register(admin, undefined, ['users:manage']);
  adminId = registered.userId;
  ({ userId } = await world.register(email, registered.organizationId));
  await world.enroll(await world.signInWithPassword(email));
  world.advance(60_000);
});

type Work = (context: CallerContext) => Promise<unknown>;
/** Every write of an administrator, made by someone who still was one when the request came in. */
const writes: Record<string, Work> = {
  createUser: (context) => createUser(world.needs, context, { email: 'new@acme.example', name: 'New' }),
  updateUser: (context) => updateUser(world.needs, context, { userId, name: 'Bea Berg' }),
  inviteAgain: (context) => inviteAgain(world.needs, context, { userId }),
  issueBypassCode: (context) => issueBypassCode(world.needs, context, { userId, reason: 'phone at home' }),
  resetTwoFactor: (context) => resetTwoFactor(world.needs, context, { userId, reason: 'phone lost' }),
  liftWaits: (context) => liftWaits(world.needs, context, { userId, reason: 'kept waiting' }),
  setTwoFactorPolicy: (context) => setTwoFactorPolicy(world.needs, context, { mode: 'required' }),
  remindUsers: async (context) => {
    const other = await world.register('cy@acme.example', context.caller.user.organizationId);
    return remindUsers(world.needs, context, { userIds: [other.userId] });
  },
};

describe('a right that is withdrawn while a request is in progress', () => {
  const demotions: [string, object][] = [
    ['the permission', { permissions: [] }],
    ['the account, which is suspended', { status: 'suspended' }],
  ];
  const cases = Object.keys(writes).flatMap((name) => demotions.map(([what, to]) => ({ name, what, to })));

  it.each(cases)('lets $name write nothing without $what', async ({ name, to }) => {
    const context = await world.as(await world.signInWithPassword(admin));
    Object.assign(world.state.users.get(adminId) ?? {}, to);
    const events = () => [...world.state.events.values()].flat().map(({ type }) => type);
    const before = events().filter((type) => type !== 'password_set' && type !== 'user_created');
    expect(await failureOf((writes[name] as Work)(context))).toBe('permission_required');
    const after = events().filter((type) => type !== 'password_set' && type !== 'user_created');
    expect(after).toEqual(before);
    expect(world.state.credentials.has('new@acme.example')).toBe(false);
  });
});
