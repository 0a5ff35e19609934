import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../../shared/domain/instant.ts';
import { getSession } from '../../../../shared/use-cases/account/get-session.ts';
import { MINUTE_OF } from '../../../security-settings.ts';
import type { World } from '../../../world.ts';
import { admin, newPeople } from '../people.ts';

let world: World;
let token: string;
beforeEach(async () => {
  ({ world } = await newPeople());
  token = await world.signInWithPassword(admin);
});
const at = (offset: number) => new Date(world.context().now + offset).toISOString();
const ask = async (with_ = token) => getSession(world.needs, await world.as(with_));

describe('the facts of a session', () => {
  it('are its own: how it began, until when it lasts, and who it is', async () => {
    const found = await ask();
    expect(found).toMatchObject({
      session: {
        ...{ method: 'password', twoFactorVerified: false, createdAt: at(0), expiresAt: at(MINUTE_OF.session) },
        ...{ idleAt: at(MINUTE_OF.idle), identityConfirmedUntil: at(MINUTE_OF.identity) },
      },
      user: { email: admin, permissions: ['users:manage'] },
      cacheSeconds: 30,
    });
    expect(found).not.toHaveProperty('user.lastSignIn');
  });

  it('are not those of another device, on which a second factor was used', async () => {
    const elsewhere = await world.signInWithPassword(admin);
    const { token: enrolled } = await world.enroll(elsewhere);
    expect((await ask(enrolled)).session.twoFactorVerified).toBe(true);
    expect((await ask()).session.twoFactorVerified).toBe(false);
  });

  it('may be kept for no longer than they are true', async () => {
    const { now } = world.context();
    const caller = (await world.as(token)).caller;
    const with_ = (session: object) => ({
      ...world.context(),
      caller: { ...caller, session: { ...caller.session, ...session } },
    });
    const seconds = async (session: object) => (await getSession(world.needs, with_(session) as never)).cacheSeconds;
    expect(await seconds({ expiresAt: now + 7 * SECOND })).toBe(7);
    expect(await seconds({ twoFactorRequiredFrom: now + 1_500 })).toBe(1);
    expect(await seconds({ twoFactorRequiredFrom: now - MINUTE })).toBe(30);
    expect(await seconds({ lastSeenAt: now - MINUTE_OF.idle + 3 * SECOND })).toBe(3);
    expect(await seconds({ identityConfirmedAt: now - MINUTE_OF.identity })).toBe(30);
  });
});
