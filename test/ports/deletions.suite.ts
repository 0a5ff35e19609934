import { describe, expect, it } from 'vitest';
import type { Erasure } from '../../shared/domain/entities/erasure.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import { anEvent, aUser, NOW, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser, enrolledUser, invitationOf, signedInUser } from './enrolled.ts';

const erasureOf = (user: User, at = NOW): Erasure => ({
  ...{ id: newId(), userId: user.id, organizationId: user.organizationId, email: user.email, name: user.name },
  ...{ permissions: user.permissions, hadPassword: true, actorId: user.id, at, ip: '192.0.2.7' },
});
const deletionOf = (user: User) => ({ user, erasure: erasureOf(user), now: NOW });

const dueAt = async (stores: Stores, before: number): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { userId } of stores.deletions.due(before)) ids.push(userId);
  return ids;
};

export const deletionsSuite = (stores: Stores): void => {
  const manager = (organizationId: string) =>
    createdUser(stores, { organizationId, permissions: ['users:manage'] }).then(({ user }) => user);

  describe('deletion of a user', () => {
    it('ends all access, frees the address and corrects the count, at once', async () => {
      const organizationId = newId();
      const { user, session, challengeHash } = await enrolledUser(stores, { organizationId });
      await createdUser(stores, { organizationId });
      expect(await stores.deletions.delete({ ...deletionOf(user), session })).toBe('deleted');
      expect(await stores.users.get(user.id)).toBeNull();
      expect(await stores.credentials.find(user.email)).toBeNull();
      expect(await stores.twoFactors.get(user.id)).toBeNull();
      expect(await stores.recoveryCodeSets.get(user.id)).toBeNull();
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
      expect(challengeHash).not.toBe('');
      expect(await stores.adoptions.get(organizationId)).toEqual({ enabled: 0, disabled: 1 });
      const { user: next } = await createdUser(stores, { organizationId, email: user.email });
      expect(await stores.credentials.find(user.email)).toMatchObject({ userId: next.id });
    });

    it('happens once of many at the same time, and only then frees the address, for one of many', async () => {
      const { user } = await signedInUser(stores);
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => stores.deletions.delete(deletionOf(user))));
      expect(outcomes.filter((outcome) => outcome === 'deleted')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(19);
      const made = await Promise.all(
        Array.from({ length: 100 }, () =>
          stores.users.create({
            ...{ actor: null, user: aUser({ email: user.email }), invitation: invitationOf(), now: NOW },
            event: anEvent('user_created'),
          }),
        ),
      );
      expect(made.filter((outcome) => outcome === 'created')).toHaveLength(1);
    });

    it('is refused if the user has changed since, or the session has ended', async () => {
      const { user, session } = await signedInUser(stores);
      expect(await stores.deletions.delete(deletionOf({ ...user, authVersion: user.authVersion + 1 }))).toBe('changed');
      expect(await stores.deletions.delete(deletionOf({ ...user, status: 'suspended' }))).toBe('changed');
      await stores.sessions.end(user.id, session.hash);
      expect(await stores.deletions.delete({ ...deletionOf(user), session })).toBe('changed');
      expect(await stores.users.get(user.id)).not.toBeNull();
    });

    it('never takes the last administrator, even of two who delete each other', async () => {
      const organizationId = newId();
      const [a, b] = [await manager(organizationId), await manager(organizationId)];
      const by = (actor: User) => ({ by: { actor, event: anEvent('user_deleted', actor.id) } });
      const outcomes = await Promise.all([
        stores.deletions.delete({ ...deletionOf(b), ...by(a) }),
        stores.deletions.delete({ ...deletionOf(a), ...by(b) }),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'deleted')).toHaveLength(1);
      expect(await stores.organizations.administrators(organizationId)).toHaveLength(1);
      const [left] = (await stores.users.many([a.id, b.id])).filter((user) => user !== null);
      expect(await stores.deletions.delete(deletionOf(left as User))).toBe('last_administrator');
    });

    it('is not done for someone who no longer manages users', async () => {
      const organizationId = newId();
      const actor = await manager(organizationId);
      const { user } = await createdUser(stores, { organizationId });
      const by = { actor: { ...actor, authVersion: 7 }, event: anEvent('user_deleted', actor.id) };
      expect(await stores.deletions.delete({ ...deletionOf(user), by })).toBe('actor_gone');
      expect(await stores.users.get(user.id)).not.toBeNull();
    });

    it('leaves an erasure that is due from its time on, and nothing after it', async () => {
      const { user, session } = await signedInUser(stores);
      const erasure = erasureOf(user, NOW + 5);
      await stores.deletions.delete({ user, erasure, now: NOW + 5 });
      expect(await dueAt(stores, NOW + 4)).not.toContain(user.id);
      expect(await dueAt(stores, NOW + 5)).toContain(user.id);
      await stores.deletions.eraseItems(user.id);
      await stores.deletions.eraseItems(user.id);
      expect((await stores.signIns.page(user.id, 10)).signIns).toEqual([]);
      expect((await stores.securityEvents.page(user.id, 10)).events).toEqual([]);
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
      await stores.deletions.done(erasure);
      expect(await dueAt(stores, NOW + 5)).not.toContain(user.id);
    });
  });
};
