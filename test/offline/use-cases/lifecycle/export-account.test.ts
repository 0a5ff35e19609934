import { beforeEach, describe, expect, it } from 'vitest';
import { exportAccount as operation } from '../../../../shared/contract/operations/lifecycle.ts';
import { iso } from '../../../../shared/domain/instant.ts';
import { lifecycles } from '../../../../shared/store/lifecycle/lifecycles.ts';
import { exportAccount } from '../../../../shared/use-cases/lifecycle/export-account.ts';
import { anEvent } from '../../../fixtures.ts';
import type { World } from '../../../world.ts';
import { email, newPeople } from '../people.ts';

let world: World;
let userId: string;
beforeEach(async () => {
  ({ world, userId } = await newPeople());
});
const exported = async () => exportAccount(world.needs, await world.as(await world.signInWithPassword(email)));

describe('the export of an account', () => {
  it('has profile, sessions, sign-ins and events, as its owner may see them', async () => {
    const { token } = await world.enroll(await world.signInWithPassword(email));
    const found = operation.reply.parse(await exportAccount(world.needs, await world.as(token)));
    expect(found).toMatchObject({
      account: { email, name: 'Uma Unger', organization: { name: 'Acme Telecom' }, twoFactor: { status: 'enabled' } },
      complete: true,
    });
    expect(found.sessions).toHaveLength(1);
    expect(found.signIns).toMatchObject([{ method: 'password', twoFactorVerified: false }]);
    expect(found.events.map(({ type }) => type)).toContain('two_factor_enabled');
  });

  it('says when its owner was reminded to turn on 2FA', async () => {
    expect((await exported()).account).not.toHaveProperty('remindedAt');
    const user = world.state.users.get(userId);
    if (user) user.remindedAt = world.context().now;
    expect((await exported()).account).toMatchObject({ remindedAt: iso(world.context().now) });
  });

  it('has a part for each kind of item that promises one, and no part without one', async () => {
    const promised = Object.values(lifecycles).map(({ exported }) => exported);
    const parts = new Set(promised.filter((part) => typeof part === 'string'));
    const { exportedAt: _, complete: __, ...found } = await exported();
    expect(new Set(Object.keys(found))).toEqual(parts);
  });

  it('has thousands of records, and says so if there are more', async () => {
    const many = (count: number) => Array.from({ length: count }, () => anEvent('recovery_codes_shown', userId));
    world.state.events.set(userId, many(1_234));
    expect(await exported()).toMatchObject({ complete: true });
    expect((await exported()).events).toHaveLength(1_234);
    world.state.events.set(userId, many(5_600));
    const { events, complete } = await exported();
    expect([events.length >= 5_000, complete]).toEqual([true, false]);
  });

  it('has no secret, hash or address of someone else', async () => {
    const { token } = await world.enroll(await world.signInWithPassword(email));
    world.state.events.set(userId, [{ ...anEvent('bypass_code_issued'), sealedPass: 'sealed', ip: '198.51.100.9' }]);
    const text = JSON.stringify(await exportAccount(world.needs, await world.as(token)));
    for (const secret of ['sealed', '198.51.100.9', 'passwordHash', 'authVersion']) expect(text).not.toContain(secret);
  });
});
