import { describe, expect, it } from 'vitest';
import { anEvent, anOwnChange, aRecord, aRecoveryCodeSet, aTotpProof, aUser, NOW, newHash } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { enrolledUser, invitationOf, signedInUser } from './enrolled.ts';

const aReply = (userId: string) => ({
  ...{ id: newHash(), sealed: new Uint8Array([1, 2, 3]), expiresAt: NOW + 60_000 },
  ...{ userId, authVersion: 1 },
});

export const idempotencyRecordsSuite = (stores: Stores): void => {
  describe('a stored reply', () => {
    it('exists if the work that it answers was done', async () => {
      const { user, twoFactor, challengeHash } = await enrolledUser(stores);
      const reply = aReply(user.id);
      const record = { ...aRecord(user, 'password+totp'), challengeHash, proof: aTotpProof(twoFactor), reply };
      expect(await stores.signIns.completeWithSecondFactor(record)).toBe('completed');
      expect(await stores.idempotencyRecords.get(reply.id)).toMatchObject({
        id: reply.id,
        expiresAt: reply.expiresAt,
      });
    });

    it('does not exist if the work that it answers was not done', async () => {
      const { user, twoFactor, challengeHash } = await enrolledUser(stores);
      const reply = aReply(user.id);
      const proof = aTotpProof(twoFactor, twoFactor.lastTimeStep);
      const record = { ...aRecord(user, 'password+totp'), challengeHash, proof, reply };
      expect(await stores.signIns.completeWithSecondFactor(record)).toBe('code_used');
      expect(await stores.idempotencyRecords.get(reply.id)).toBeNull();
    });

    it('prevents the same work from being done again, until it expires', async () => {
      const { user, session } = await enrolledUser(stores);
      const change = () => ({
        ...anOwnChange(user, session, 'recovery_codes_regenerated'),
        recoveryCodes: aRecoveryCodeSet(),
      });
      const reply = aReply(user.id);
      const first = change();
      expect(await stores.recoveryCodeSets.regenerate({ ...first, reply })).toBe('regenerated');
      const codes = await stores.recoveryCodeSets.get(user.id);
      const before = await stores.users.get(user.id);
      const again = { ...change(), user: before ?? user, reply: { ...reply, expiresAt: NOW + 120_000 } };
      expect(await stores.recoveryCodeSets.regenerate({ ...again, now: NOW + 59_999 })).toBe('done_before');
      expect(await stores.recoveryCodeSets.get(user.id)).toEqual(codes);
      const found = await stores.sessions.find(user.id, first.rotated.hash);
      if (!found) throw new Error('the session is gone');
      const later = { ...again, ...anOwnChange(found.user, found.session), now: NOW + 60_000 };
      expect(await stores.recoveryCodeSets.regenerate(later)).toBe('regenerated');
    });

    it('of a new user prevents another user from being created under it', async () => {
      const { user: creator } = await signedInUser(stores);
      const reply = aReply(creator.id);
      const make = () =>
        stores.users.create({
          ...{ actor: null, user: aUser(), invitation: invitationOf(), event: anEvent('user_created') },
          reply,
          now: NOW,
        });
      expect(await make()).toBe('created');
      expect(await make()).toBe('done_before');
      expect(await stores.idempotencyRecords.get(reply.id)).not.toBeNull();
    });
  });
};
