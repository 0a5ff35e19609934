import { beforeEach, describe, expect, it } from 'vitest';
import { updateAccount } from '../../../../shared/use-cases/account/update-account.ts';
import { deleteAccount } from '../../../../shared/use-cases/lifecycle/delete-account.ts';
import { reportNotMe } from '../../../../shared/use-cases/sign-in/report-not-me.ts';
import { failureOf, type World } from '../../../world.ts';
import { admin, email, newPeople } from '../people.ts';

let world: World;
let userId: string;
beforeEach(async () => {
  ({ world, userId } = await newPeople());
});
const as = async (who: string) => world.as(await world.signInWithPassword(who));

describe('deleting one’s own account', () => {
  it('ends every session and lets no one sign in again', async () => {
    const other = await world.signInWithPassword(email);
    await deleteAccount(world.needs, await as(email));
    expect(await failureOf(world.as(other))).toBe('session_required');
    expect(await failureOf(world.signInWithPassword(email))).toBe('credentials_invalid');
    const token = 'spi_AAAA';
    expect(await failureOf(reportNotMe(world.needs, world.context(), { token }))).toBe('challenge_invalid');
  });

  it('leaves for the erasure what it takes to tell the owner, and nothing else', async () => {
    await deleteAccount(world.needs, await as(email));
    const [erasure] = [...world.state.erasures.values()];
    expect(erasure).toMatchObject({ userId, email, actorId: userId, hadPassword: true, at: world.context().now });
    expect(Object.keys(erasure ?? {})).not.toContain('sessions');
    expect(Object.keys(erasure ?? {})).not.toContain('language');
  });

  it('leaves language and time zone for the last mail, if the owner chose them', async () => {
    await updateAccount(world.needs, await as(email), { language: 'de', timeZone: 'Europe/Berlin' });
    await deleteAccount(world.needs, await as(email));
    expect([...world.state.erasures.values()]).toMatchObject([{ language: 'de', timeZone: 'Europe/Berlin' }]);
  });

  it('is refused to the last administrator', async () => {
    expect(await failureOf(deleteAccount(world.needs, await as(admin)))).toBe('last_administrator');
    expect(await failureOf(world.signInWithPassword(admin))).toBe('none');
  });

  it('with a session that has ended in the meantime changes nothing', async () => {
    const outdated = await as(email);
    await world.enroll(await world.signInWithPassword(email));
    expect(await failureOf(deleteAccount(world.needs, outdated))).toBe('temporarily_unavailable');
    expect(world.state.users.has(userId)).toBe(true);
  });
});
