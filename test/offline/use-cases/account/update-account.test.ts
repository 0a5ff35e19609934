import { beforeEach, describe, expect, it } from 'vitest';
import { updateAccount as operation } from '../../../../shared/contract/operations/account.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { updateAccount } from '../../../../shared/use-cases/account/update-account.ts';
import type { World } from '../../../world.ts';
import { admin, newPeople } from '../people.ts';

let world: World;
let adminId: string;
let token: string;
beforeEach(async () => {
  ({ world, adminId } = await newPeople());
  token = await world.signInWithPassword(admin);
});

describe('the language and time zone of an account', () => {
  it('are not set until the owner chooses them', async () => {
    const account = await getAccount(world.needs, await world.as(token));
    expect('language' in account || 'timeZone' in account).toBe(false);
  });

  it('are set one by one, and stay', async () => {
    const first = await updateAccount(world.needs, await world.as(token), { language: 'ar' });
    expect(first).toMatchObject({ language: 'ar', email: admin });
    await updateAccount(world.needs, await world.as(token), { timeZone: 'Africa/Cairo' });
    expect(await getAccount(world.needs, await world.as(token))).toMatchObject({
      language: 'ar',
      timeZone: 'Africa/Cairo',
    });
  });

  it('go with the owner’s name, which the history records', async () => {
    const before = world.state.events.get(adminId)?.length ?? 0;
    const changed = await updateAccount(world.needs, await world.as(token), { name: 'Ada Lovelace', language: 'fr' });
    expect(changed).toMatchObject({ name: 'Ada Lovelace', language: 'fr' });
    expect(await getAccount(world.needs, await world.as(token))).toMatchObject({ name: 'Ada Lovelace' });
    await updateAccount(world.needs, await world.as(token), { name: 'Ada Lovelace' });
    const events = world.state.events.get(adminId)?.slice(before);
    expect(events).toMatchObject([{ type: 'user_renamed', actorId: adminId }]);
  });

  it.each([
    {},
    { language: 'tlh' },
    { language: 'EN' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: '' },
    { timeZone: `Europe/${'x'.repeat(80)}` },
    { name: '' },
    { name: 'Ada\u202egnp.exe' },
    { email: 'other@acme.example' },
  ])('refuses %j', (body) => {
    expect(operation.body.safeParse(body).success).toBe(false);
  });
});
