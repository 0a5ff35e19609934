import { describe, expect, it } from 'vitest';
import {
  aChallenge,
  aRecord,
  aRecoveryProof,
  aSecondFactorAttempt,
  aTotpProof,
  aTwoFactor,
  NOW,
  newHash,
} from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { defaultSecurity, MINUTE_OF } from '../security-settings.ts';
import { createdUser, enrolledUser, liveCodes, signedInUser } from './enrolled.ts';

export const signInsSuite = (stores: Stores): void => {
  describe('sign-in with only a password', () => {
    it('creates session, record and last sign-in together', async () => {
      const { user } = await createdUser(stores);
      const record = aRecord(user);
      expect(await stores.signIns.completeWithPassword(record)).toBe('completed');
      const found = await stores.sessions.find(user.id, record.session.hash);
      expect(found?.session).toEqual(record.session);
      expect(found?.user.lastSignIn).toEqual({ at: NOW, method: 'password', twoFactorVerified: false });
      expect((await stores.signIns.page(user.id, 10)).signIns).toEqual([record.signIn]);
    });

    it('creates nothing if 2FA was turned on in the meantime', async () => {
      const { user, twoFactor } = await enrolledUser(stores);
      // As read before 2FA was turned on, except for the version: the absent factor must decide.
      const { twoFactorEnabledAt: _, ...asRead } = user;
      const record = aRecord(asRead);
      expect(twoFactor.enabledAt).toBe(NOW);
      expect(await stores.signIns.completeWithPassword(record)).toBe('changed');
      expect(await stores.sessions.find(user.id, record.session.hash)).toBeNull();
      expect((await stores.signIns.page(user.id, 10)).signIns).not.toContainEqual(record.signIn);
    });

    it('creates nothing for a user with another authVersion', async () => {
      const { user } = await createdUser(stores);
      expect(await stores.signIns.completeWithPassword(aRecord({ ...user, authVersion: 7 }))).toBe('changed');
    });

    it('never lets a user have more than 10 sessions, however many sign in at once', async () => {
      const { user } = await createdUser(stores);
      const records = Array.from({ length: 15 }, () => aRecord(user));
      const outcomes = await Promise.all(records.map((record) => stores.signIns.completeWithPassword(record)));
      expect(outcomes.filter((outcome) => outcome === 'completed')).toHaveLength(defaultSecurity.sessionsPerUser);
      const stored = await stores.users.get(user.id);
      expect(Object.keys(stored?.sessions ?? {})).toHaveLength(defaultSecurity.sessionsPerUser);
    });

    it('ends the oldest session to make room for the eleventh', async () => {
      const { user } = await createdUser(stores);
      const hashes: string[] = [];
      for (let count = 0; count < 11; count += 1) {
        const read = (await stores.users.get(user.id)) ?? user;
        const record = aRecord(read, 'password', NOW + count);
        expect(await stores.signIns.completeWithPassword(record)).toBe('completed');
        hashes.push(record.session.hash);
      }
      expect(await stores.sessions.find(user.id, hashes[0] ?? '')).toBeNull();
      expect(await stores.sessions.find(user.id, hashes[1] ?? '')).not.toBeNull();
    });
  });

  describe('sign-in with a second factor', () => {
    it('consumes challenge and step, once under any concurrency', async () => {
      const { user, twoFactor, challengeHash } = await enrolledUser(stores);
      const proof = aTotpProof(twoFactor);
      const tries = Array.from({ length: 20 }, () =>
        stores.signIns.completeWithSecondFactor({ ...aRecord(user, 'password+totp'), challengeHash, proof }),
      );
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((outcome) => outcome === 'completed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'challenge_gone')).toHaveLength(19);
      expect((await stores.twoFactors.get(user.id))?.lastTimeStep).toBe(twoFactor.lastTimeStep + 1);
    });

    it('refuses a step that is not later than the last one, from any challenge', async () => {
      const { user, twoFactor, challengeHash } = await enrolledUser(stores);
      const refused = {
        ...aRecord(user, 'password+totp'),
        challengeHash,
        proof: aTotpProof(twoFactor, twoFactor.lastTimeStep),
      };
      expect(await stores.signIns.completeWithSecondFactor(refused)).toBe('code_used');
      expect(await stores.sessions.find(user.id, refused.session.hash)).toBeNull();
      expect((await stores.twoFactors.get(user.id))?.challenges).toHaveProperty(challengeHash);
    });

    it('refuses a step that matched the secret of an earlier enrollment', async () => {
      const { user, twoFactor, challengeHash } = await enrolledUser(stores);
      const proof = aTotpProof({ ...twoFactor, generation: 'another' });
      const outcome = stores.signIns.completeWithSecondFactor({
        ...aRecord(user, 'password+totp'),
        challengeHash,
        proof,
      });
      expect(await outcome).toBe('code_used');
    });

    it('replaces a recovery code in its slot, once under any concurrency', async () => {
      const { user, recoveryCodes, challengeHash } = await enrolledUser(stores);
      const proofs = Array.from({ length: 20 }, () => aRecoveryProof(recoveryCodes, 3));
      const outcomes = await Promise.all(
        proofs.map((proof) =>
          stores.signIns.completeWithSecondFactor({ ...aRecord(user, 'password+recovery_code'), challengeHash, proof }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'completed')).toHaveLength(1);
      const codes = (await stores.recoveryCodeSets.get(user.id))?.codes ?? {};
      expect(
        Object.values(codes)
          .map(({ slot }) => slot)
          .sort(),
      ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(codes).not.toHaveProperty(Object.keys(recoveryCodes.codes)[3] ?? '');
    });

    it('keeps the challenge when the recovery code is unknown', async () => {
      const { user, recoveryCodes, challengeHash } = await enrolledUser(stores);
      const proof = { ...aRecoveryProof(recoveryCodes), usedHash: newHash() };
      const outcome = stores.signIns.completeWithSecondFactor({
        ...aRecord(user, 'password+recovery_code'),
        challengeHash,
        proof,
      });
      expect(await outcome).toBe('code_used');
      expect(await liveCodes(stores, user.id)).toHaveLength(8);
      expect((await stores.twoFactors.get(user.id))?.challenges).toHaveProperty(challengeHash);
    });
  });

  describe('challenges', () => {
    it('allow 5 attempts for any number of parallel guesses', async () => {
      const { user, challengeHash } = await enrolledUser(stores);
      const tries = Array.from({ length: 50 }, () =>
        stores.twoFactors.reserveAttempt({ ...aSecondFactorAttempt(user), challengeHash }),
      );
      const reserved = (await Promise.all(tries)).filter((outcome) => outcome !== null && 'challenge' in outcome);
      expect(reserved).toHaveLength(defaultSecurity.challengeAttempts);
    });

    it('have expired at the very instant of expiresAt', async () => {
      const { user, challengeHash } = await enrolledUser(stores);
      const end = NOW + MINUTE_OF.challenge;
      const at = (now: number) =>
        stores.twoFactors.reserveAttempt({ ...aSecondFactorAttempt(user, 'totp', now), challengeHash });
      expect(await at(end)).toBeNull();
      expect(await at(end - 1)).not.toBeNull();
    });

    it('are at most 3: a fourth ends the oldest', async () => {
      const { user, challengeHash } = await enrolledUser(stores);
      for (let count = 1; count <= 3; count += 1) {
        const read = (await stores.twoFactors.get(user.id)) ?? aTwoFactor();
        const challenge = { ...aChallenge(user), expiresAt: NOW + MINUTE_OF.challenge + count };
        const started = { hash: newHash(), challenge, now: NOW };
        expect(await stores.twoFactors.startChallenge(user.id, read, started)).toBe('started');
      }
      const { challenges = {} } = (await stores.twoFactors.get(user.id)) ?? {};
      expect(Object.keys(challenges)).toHaveLength(3);
      expect(challenges).not.toHaveProperty(challengeHash);
    });

    it('of strangers leave room for a known device, however many start at once', async () => {
      const { user, twoFactor } = await enrolledUser(stores);
      const read = (await stores.twoFactors.get(user.id)) ?? twoFactor;
      const start = (given: object) =>
        stores.twoFactors.startChallenge(user.id, read, {
          ...{ hash: newHash(), challenge: { ...aChallenge(user), ...given }, now: NOW },
        });
      const { challengesPerUser: known, unknownChallengesPerUser: unknown } = defaultSecurity;
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, index) => start({ ip: `198.51.100.${index}` })),
      );
      expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(unknown + known - 1);
      for (let count = 0; count < known; count += 1) expect(await start({ fromKnownDevice: true })).toBe('started');
      expect(Object.keys((await stores.twoFactors.get(user.id))?.challenges ?? {})).toHaveLength(unknown + 2 * known);
    });

    it('cannot start on a factor that was replaced in the meantime', async () => {
      const { user } = await enrolledUser(stores);
      const started = { hash: newHash(), challenge: aChallenge(user), now: NOW };
      expect(await stores.twoFactors.startChallenge(user.id, aTwoFactor(), started)).toBe('changed');
    });
  });

  describe('sign-in records', () => {
    it('come newest first, in pages that neither skip nor repeat', async () => {
      const { user } = await createdUser(stores);
      for (let count = 0; count < 5; count += 1) {
        const read = (await stores.users.get(user.id)) ?? user;
        await stores.signIns.completeWithPassword(aRecord(read, 'password', NOW + count * 1_000));
      }
      const times: number[] = [];
      let before: string | undefined;
      do {
        const page = await stores.signIns.page(user.id, 2, before);
        times.push(...page.signIns.map(({ at }) => at - NOW));
        before = page.next;
      } while (before !== undefined);
      expect(times).toEqual([4_000, 3_000, 2_000, 1_000, 0]);
    });

    it('has no next page after exactly the last record', async () => {
      const { user } = await signedInUser(stores);
      expect((await stores.signIns.page(user.id, 1)).next).toBeUndefined();
    });
  });
};
