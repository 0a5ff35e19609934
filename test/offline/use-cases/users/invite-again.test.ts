import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR } from '../../../../shared/domain/instant.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { inviteAgain } from '../../../../shared/use-cases/users/invite-again.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let adminId: string;
let userId: string;
let asAdmin: People['asAdmin'];
let invited: People['invited'];
beforeEach(async () => {
  ({ world, adminId, userId, asAdmin, invited } = await newPeople());
});

describe('another link to set a password', () => {
  it('for someone who has none is shown to the administrator, and recorded for its owner', async () => {
    const { user } = await invited();
    const { invitation } = await inviteAgain(world.needs, await asAdmin(), { userId: user.id });
    expect(invitation?.url).toMatch(/^https:\/\/auth\.example\.com\/set-password#spi_/);
    expect(Date.parse(invitation?.expiresAt ?? '')).toBe(world.context().now + 72 * HOUR);
    expect(world.state.events.get(user.id)?.at(-1)).toMatchObject({ type: 'user_invited_again', actorId: adminId });
  });

  it('for someone who has one is not given to an administrator: it goes by mail', async () => {
    const { user, token } = await invited();
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD });
    const invite = async (needs = world.needs) => inviteAgain(needs, await asAdmin(), { userId: user.id });
    expect(await invite()).toEqual({ sentTo: user.email });
    expect(await failureOf(invite({ ...world.needs, sendsMail: false }))).toBe('mail_required');
    Object.assign(world.state.users.get(user.id) ?? {}, { status: 'suspended' });
    expect(await failureOf(invite())).toBe('user_suspended');
  });

  it('is decided again after losing to another change of the account', async () => {
    vi.spyOn(world.needs.passwordTokens, 'invite').mockResolvedValueOnce('changed');
    expect(await inviteAgain(world.needs, await asAdmin(), { userId })).toEqual({ sentTo: email });
  });
});
