import { beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';
import { SECOND } from '../../../../shared/domain/instant.ts';
import { listEvents } from '../../../../shared/use-cases/account/list-events.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { issueBypassCode } from '../../../../shared/use-cases/users/issue-bypass-code.ts';
import { failureOf, type World } from '../../../world.ts';
import { admin, email, newPeople, type People } from '../people.ts';

let world: World;
let userId: string;
let adminId: string;
let asAdmin: People['asAdmin'];
let token: string;
beforeEach(async () => {
  ({ world, userId, adminId, asAdmin } = await newPeople());
  ({ token } = await world.enroll(await world.signInWithPassword(email)));
  world.advance(30 * SECOND);
});
const issue = async (id = userId) => {
  const caller = await world.as(await world.signInWithPassword(admin));
  const issued = await issueBypassCode(world.needs, caller, { userId: id, reason: 'phone at home' });
  return { ...issued, bypassCode: await world.mailedPass(id) };
};

describe('a bypass code', () => {
  it('goes to its owner by mail, and to no one if no mail is sent', async () => {
    const caller = await world.as(await world.signInWithPassword(admin));
    const input = { userId, reason: 'phone at home' };
    expect(await issueBypassCode(world.needs, caller, input)).toEqual({
      sentTo: email,
      expiresAt: expect.any(String),
    });
    const without = { ...world.needs, sendsMail: false };
    expect(await failureOf(issueBypassCode(without, caller, input))).toBe('mail_required');
  });

  it('is for others, for active users of the organization, and for those who have 2FA on', async () => {
    expect(await failureOf(issue(adminId))).toBe('request_invalid');
    const stranger = await world.register('s@globex.example');
    expect(await failureOf(issue(stranger.userId))).toBe('not_found');
    await disableTwoFactor(world.needs, await world.as(token));
    expect(await failureOf(issue())).toBe('two_factor_not_enabled');
    Object.assign(world.state.users.get(userId) ?? {}, { status: 'suspended' });
    expect(await failureOf(issue())).toBe('user_suspended');
  });

  it('is recorded with who created it and why, and stored as a hash', async () => {
    const { bypassCode } = await issue();
    expect(world.state.events.get(userId)).toContainEqual(
      expect.objectContaining({ type: 'bypass_code_issued', actorId: adminId, reason: 'phone at home' }),
    );
    const stored = JSON.stringify([...world.state.twoFactors.values()]);
    expect(stored).not.toContain(canonicalRecoveryCode(bypassCode));
    const shown = await listEvents(world.needs, await world.as(token), { limit: 5 });
    expect(JSON.stringify(shown)).not.toContain('sealedPass');
  });

  it('is decided again after losing to another change of the account', async () => {
    vi.spyOn(world.needs.twoFactors, 'issueBypassCode').mockResolvedValueOnce('changed');
    const input = { userId, reason: 'phone at home' };
    expect(await issueBypassCode(world.needs, await asAdmin(), input)).toMatchObject({ sentTo: email });
  });
});
