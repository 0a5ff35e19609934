import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../../shared/domain/instant.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { getTwoFactorPolicy } from '../../../../shared/use-cases/follow-up/get-two-factor-policy.ts';
import { setTwoFactorPolicy } from '../../../../shared/use-cases/follow-up/set-two-factor-policy.ts';
import type { World } from '../../../world.ts';
import { email, newPeople, type People } from '../people.ts';

let world: World;
let adminId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, adminId, asAdmin } = await newPeople());
});
const set = async (mode: 'off' | 'encouraged' | 'required', requiredFrom?: string) =>
  setTwoFactorPolicy(world.needs, await asAdmin(), { mode, ...(requiredFrom && { requiredFrom }) });

describe('the two-factor policy', () => {
  it('is shown to the users, and recorded in the administrator’s history', async () => {
    const requiredFrom = '2027-01-01T00:00:00.000Z';
    expect(await set('required', requiredFrom)).toEqual({ mode: 'required', requiredFrom });
    const account = await getAccount(world.needs, await asAdmin());
    expect(account.organization).toMatchObject({ twoFactorPolicy: { mode: 'required', requiredFrom } });
    expect(world.state.events.get(adminId)).toContainEqual(
      expect.objectContaining({ type: 'two_factor_policy_set', reason: `required from ${requiredFrom}` }),
    );
    await set('encouraged');
    expect(await getTwoFactorPolicy(world.needs, await asAdmin())).toEqual({ mode: 'encouraged' });
  });

  it('is known to each session that begins under it, with a second factor or without', async () => {
    const from = world.context().now + DAY;
    await set('required', new Date(from).toISOString());
    const token = await world.signInWithPassword(email);
    expect((await world.as(token)).caller.session.twoFactorRequiredFrom).toBe(from);
    await set('off');
    const later = await world.signInWithPassword(email);
    expect((await world.as(later)).caller.session).not.toHaveProperty('twoFactorRequiredFrom');
  });
});
