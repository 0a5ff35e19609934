import { describe, expect, it } from 'vitest';
import { anEvent, aSession, aUser, NOW, newHash, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser, enrolledUser, invitationOf, signedInUser } from './enrolled.ts';

const pages = async (stores: Stores, page: Parameters<Stores['users']['page']>[0]): Promise<string[]> => {
  const emails: string[] = [];
  let after: string | undefined;
  do {
    const found = await stores.users.page({ ...page, ...(after !== undefined && { after }) });
    emails.push(...found.users.map(({ email }) => email));
    after = found.next;
  } while (after !== undefined);
  return emails;
};

export const usersSuite = (stores: Stores): void => {
  describe('create user', () => {
    it('creates user and credential together', async () => {
      const { user } = await createdUser(stores);
      expect(await stores.users.get(user.id)).toEqual(user);
      expect(await stores.credentials.find(user.email)).toMatchObject({ userId: user.id, passwordVersion: 0 });
    });

    it('gives an address to one of many', async () => {
      const email = `${newId()}@example.com`;
      const tries = Array.from({ length: 10 }, () =>
        stores.users.create({
          actor: null,
          user: aUser({ email }),
          invitation: invitationOf(),
          event: anEvent('user_created'),
          now: NOW,
        }),
      );
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'email_taken')).toHaveLength(9);
    });
  });

  describe('preferences', () => {
    it('change nothing else, and make no user of one that is gone', async () => {
      const { user } = await createdUser(stores);
      await stores.users.setPreferences(user.id, { language: 'de' });
      await stores.users.setPreferences(user.id, { timeZone: 'Europe/Berlin' });
      expect(await stores.users.get(user.id)).toEqual({ ...user, language: 'de', timeZone: 'Europe/Berlin' });
      const gone = newId();
      await stores.users.setPreferences(gone, { language: 'de' });
      expect(await stores.users.get(gone)).toBeNull();
    });
  });

  describe('user list', () => {
    it('is ordered by email, by status or as a whole, in pages that neither skip nor repeat', async () => {
      const organizationId = newId();
      const on = ['b', 'd', 'g'].map((letter) => `${letter}@list.example`);
      const off = ['a', 'c', 'e', 'f'].map((letter) => `${letter}@list.example`);
      const unique = (email: string) => email.replace('@', `-${organizationId}@`);
      for (const email of on) await enrolledUser(stores, { organizationId, email: unique(email) });
      for (const email of off) await createdUser(stores, { organizationId, email: unique(email) });
      await createdUser(stores);

      const base = { organizationId, prefix: '', limit: 2 };
      expect(await pages(stores, base)).toEqual([...on, ...off].map(unique).sort());
      expect(await pages(stores, { ...base, twoFactor: 'enabled' })).toEqual(on.map(unique));
      expect(await pages(stores, { ...base, twoFactor: 'disabled' })).toEqual(off.map(unique));
      expect(await stores.adoptions.get(organizationId)).toEqual({ enabled: 3, disabled: 4 });
    });

    it('starts where the prefix says, and ends there', async () => {
      const organizationId = newId();
      for (const name of ['ann', 'anna', 'bob', 'an']) {
        await createdUser(stores, { organizationId, email: `${name}@${organizationId}.example` });
      }
      const found = await pages(stores, { organizationId, prefix: 'ann', limit: 1 });
      expect(found.map((email) => email.split('@')[0])).toEqual(
        ['ann', 'anna'].sort((a, b) => (`${a}@` < `${b}@` ? -1 : 1)),
      );
    });
  });

  describe('user list, sorted and filtered', () => {
    const people = async (organizationId: string) => {
      const at = (local: string) => `${local}@${organizationId}.example`;
      const suspended = { status: 'suspended' as const };
      const { user: zoe } = await signedInUser(stores, { organizationId, email: at('a'), name: 'Zoë Adams' });
      await createdUser(stores, { organizationId, email: at('b'), name: 'adam Öz' });
      await createdUser(stores, { organizationId, email: at('c'), name: 'Bo', passwordVersion: 1 });
      await createdUser(stores, { organizationId, email: at('d'), name: 'bo', ...suspended });
      await enrolledUser(stores, { organizationId, email: at('e'), name: 'Émile Zola' });
      return { organizationId, zoe };
    };
    const found = async (page: Parameters<Stores['users']['page']>[0]) =>
      (await pages(stores, page)).map((email) => email[0]).join('');

    it('is by name without case and accents, forwards and backwards, in pages that neither skip nor repeat', async () => {
      const { organizationId } = await people(newId());
      for (const limit of [1, 2, 5, 100]) {
        const base = { organizationId, prefix: '', limit };
        expect(await found({ ...base, sort: 'name' })).toBe('bcdea');
        expect(await found({ ...base, sort: 'name', descending: true })).toBe('aedcb');
        expect(await found({ ...base, sort: 'email', descending: true })).toBe('edcba');
        expect(await found({ ...base, sort: 'name', twoFactor: 'disabled' })).toBe('bcda');
      }
    });

    it('has each user in one state', async () => {
      const { organizationId } = await people(newId());
      for (const limit of [1, 25]) {
        // Users of these fixtures who turned on 2FA have never set a password.
        const base = { organizationId, prefix: '', limit };
        expect(await found({ ...base, state: 'suspended' })).toBe('d');
        expect(await found({ ...base, state: 'never_signed_in' })).toBe('c');
        expect(await found({ ...base, state: 'invited', twoFactor: 'disabled' })).toContain('b');
      }
    });

    it('is found by the start of the address or of any word of the name', async () => {
      const { organizationId } = await people(newId());
      for (const sort of ['email', 'name'] as const) {
        const base = { organizationId, prefix: '', limit: 1, sort };
        expect([...(await found({ ...base, search: 'ad' }))].sort().join('')).toBe('ab');
        expect([...(await found({ ...base, search: 'zo' }))].sort().join('')).toBe('ae');
        expect(await found({ ...base, search: 'OZ'.toLowerCase() })).toBe('b');
        expect(await found({ ...base, search: 'c@' })).toBe('c');
        expect(await found({ ...base, search: 'nobody' })).toBe('');
      }
    });

    it('follows a new name at once, and a filter by the start of the address goes with any order', async () => {
      const { organizationId, zoe } = await people(newId());
      const to = { name: 'Aaron', permissions: zoe.permissions, status: zoe.status };
      await stores.users.update({ actor: null, user: zoe, to, events: [], now: NOW });
      const base = { organizationId, prefix: '', limit: 2, sort: 'name' as const };
      expect(await found(base)).toBe('abcde');
      expect(await found({ ...base, search: 'zoe' })).toBe('');
      expect(await found({ ...base, prefix: 'd' })).toBe('d');
    });
  });

  describe('set password', () => {
    it('uses the token once, ends every session and raises both versions', async () => {
      const { user, invitation } = await createdUser(stores);
      const event = anEvent('password_set');
      const change = { user, token: invitation, passwordHash: 'phc', event, now: NOW };
      const outcomes = await Promise.all(
        [1, 2, 3].map(() => stores.passwordTokens.redeem({ ...change, event: anEvent('password_set') })),
      );
      expect(outcomes.filter((outcome) => outcome === 'set')).toHaveLength(1);
      expect(await stores.passwordTokens.get(user.id, invitation.hash)).toBeNull();
      expect(await stores.credentials.find(user.email)).toMatchObject({ passwordHash: 'phc', passwordVersion: 1 });
      expect(await stores.users.get(user.id)).toMatchObject({ authVersion: 2, passwordVersion: 1, sessions: {} });
    });

    it('stores first preferences with the password', async () => {
      const { user, invitation } = await createdUser(stores);
      const preferences = { language: 'ar' as const, timeZone: 'Africa/Cairo' };
      const change = { user, token: invitation, passwordHash: 'phc', event: anEvent('password_set'), now: NOW };
      expect(await stores.passwordTokens.redeem({ ...change, preferences })).toBe('set');
      expect(await stores.users.get(user.id)).toMatchObject({ ...preferences, passwordVersion: 1 });
    });

    it('refuses a token at the very instant of expiresAt', async () => {
      const { user, invitation } = await createdUser(stores);
      const change = { user, token: invitation, passwordHash: 'phc', event: anEvent('password_set') };
      expect(await stores.passwordTokens.redeem({ ...change, now: invitation.expiresAt })).toBe('token_gone');
      expect((await stores.credentials.find(user.email))?.passwordHash).toBeUndefined();
    });

    it('decided on another version of the user changes nothing', async () => {
      const { user, invitation } = await createdUser(stores);
      const change = {
        user: { ...user, authVersion: 5 },
        token: invitation,
        passwordHash: 'phc',
        event: anEvent('password_set'),
      };
      expect(await stores.passwordTokens.redeem({ ...change, now: NOW })).toBe('changed');
      expect(await stores.passwordTokens.get(user.id, invitation.hash)).not.toBeNull();
    });

    it('renews a hash only if it is still the one that was verified', async () => {
      const { user, invitation } = await createdUser(stores);
      await stores.passwordTokens.redeem({
        user,
        token: invitation,
        passwordHash: 'old',
        event: anEvent('password_set'),
        now: NOW,
      });
      const credential = await stores.credentials.find(user.email);
      if (!credential) throw new Error('no credential');
      await stores.credentials.rehash({ ...credential, passwordHash: 'other' }, 'new');
      expect((await stores.credentials.find(user.email))?.passwordHash).toBe('old');
      await stores.credentials.rehash(credential, 'new');
      expect((await stores.credentials.find(user.email))?.passwordHash).toBe('new');
    });
  });

  describe('sessions', () => {
    it('are found by hash, touched, and gone when ended', async () => {
      const { user, session } = await signedInUser(stores);
      await stores.sessions.touch(user.id, session, NOW + 5);
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found?.session.lastSeenAt).toBe(NOW + 5);
      await stores.sessions.end(user.id, session.hash);
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
      expect((await stores.users.get(user.id))?.sessions).toEqual({});
    });

    it('do not come back when touched after their end', async () => {
      const { user, session } = await signedInUser(stores);
      await stores.sessions.end(user.id, session.hash);
      await stores.sessions.touch(user.id, session, NOW + 5);
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
    });

    it('are found for no one else', async () => {
      const { session } = await signedInUser(stores);
      const { user: stranger } = await createdUser(stores);
      expect(await stores.sessions.find(stranger.id, session.hash)).toBeNull();
      expect(await stores.sessions.find(stranger.id, aSession(stranger).hash)).toBeNull();
    });
  });

  describe('organizations', () => {
    it('are found by id, and null otherwise', async () => {
      const organization = { id: newId(), name: 'Acme', createdAt: NOW };
      await stores.organizations.create(organization);
      expect(await stores.organizations.get(organization.id)).toEqual(organization);
      expect(await stores.organizations.get(newId())).toBeNull();
      expect(await stores.credentials.find(newHash())).toBeNull();
    });
  });
};
