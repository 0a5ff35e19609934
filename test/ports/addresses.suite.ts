import { describe, expect, it } from 'vitest';
import type { Credential } from '../../shared/domain/entities/credential.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import { anEvent, NOW, newHash, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser, signedInUser } from './enrolled.ts';

export const addressesSuite = (stores: Stores): void => {
  const credentialOf = async ({ email }: User): Promise<Credential> => {
    const credential = await stores.credentials.find(email);
    if (!credential) throw new Error('no credential');
    return credential;
  };
  const linkOf = async (user: User) => {
    const token = {
      ...{ hash: newHash(), purpose: 'email' as const, expiresAt: NOW + 5 },
      ...{ passwordVersion: user.passwordVersion, suspensions: 0, authVersion: user.authVersion },
    };
    await stores.passwordTokens.add(user.id, token);
    return token;
  };
  const move = async (user: User, to: string, now = NOW) => ({
    ...{ user, credential: await credentialOf(user), to, token: await linkOf(user), now },
    event: anEvent('email_changed'),
  });

  describe('another address', () => {
    it('takes the password along, ends the sessions, frees the previous one, and shows in both lists', async () => {
      const organizationId = newId();
      const { user, session } = await signedInUser(stores, { organizationId, name: 'Zoë' });
      const to = `${newId()}@example.com`;
      const change = await move(user, to);
      expect(await stores.addresses.confirm(change)).toBe('moved');
      expect(await stores.addresses.confirm(change)).toBe('token_gone');
      expect(await stores.credentials.find(user.email)).toBeNull();
      expect(await stores.credentials.find(to)).toMatchObject({ email: to, userId: user.id });
      expect(await stores.users.get(user.id)).toMatchObject({ email: to, sessions: {}, authVersion: 2 });
      expect((await stores.users.get(user.id))?.sessions).not.toHaveProperty(session.hash);
      for (const sort of ['email', 'name'] as const) {
        const { users } = await stores.users.page({ organizationId, prefix: to, sort, limit: 5 });
        expect(users.map(({ email }) => email)).toEqual([to]);
      }
    });

    it('goes to one of many, and never to two', async () => {
      const to = `${newId()}@example.com`;
      const rivals = await Promise.all(Array.from({ length: 20 }, () => signedInUser(stores)));
      const moves = await Promise.all(rivals.map(({ user }) => move(user, to)));
      const outcomes = await Promise.all(moves.map((each) => stores.addresses.confirm(each)));
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'email_taken')).toHaveLength(19);
    });

    it('is refused if the password or the user has changed since, or the link is over', async () => {
      const { user } = await signedInUser(stores);
      const to = `${newId()}@example.com`;
      const change = await move(user, to);
      const other = { ...change, credential: { ...change.credential, passwordHash: 'other' } };
      expect(await stores.addresses.confirm(other)).toBe('changed');
      expect(await stores.addresses.confirm({ ...change, user: { ...user, authVersion: 9 } })).toBe('changed');
      expect(await stores.addresses.confirm({ ...change, now: NOW + 5 })).toBe('token_gone');
      expect(await stores.credentials.find(to)).toBeNull();
    });

    it('of an invited user counts as another invitation', async () => {
      const organizationId = newId();
      const { user: actor } = await createdUser(stores, { organizationId, permissions: ['users:manage'] });
      const { user } = await createdUser(stores, { organizationId });
      const to = `${newId()}@example.com`;
      const correction = { user, credential: await credentialOf(user), to, event: anEvent('user_invited_again') };
      const gone = { ...actor, authVersion: 7 };
      expect(await stores.addresses.correct({ ...correction, actor: gone })).toBe('actor_gone');
      expect(await stores.addresses.correct({ ...correction, actor, to: actor.email })).toBe('email_taken');
      expect(await stores.addresses.correct({ ...correction, actor })).toBe('moved');
      expect(await stores.users.get(user.id)).toMatchObject({ email: to, invitations: 1, passwordVersion: 0 });
    });
  });
};
