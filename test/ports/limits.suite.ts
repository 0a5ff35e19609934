import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../shared/domain/instant.ts';
import { aRecord, aTotpProof, NOW, newHash, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { defaultNumbers } from '../numbers.ts';
import { enrolledUser } from './enrolled.ts';

const many = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make));

/** What is no address shares one source with all that is none. */
const newAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

export const limitsSuite = (stores: Stores): void => {
  const { limits } = stores;

  describe('a source address', () => {
    it('makes a burst of as many calls as its failures allow, however many come at once', async () => {
      const ip = newAddress();
      const waits = await many(60, () => limits.takeSource(ip, NOW).catch(() => ({ retryAt: 0 })));
      expect(waits.filter((wait) => wait === null).length).toBeLessThanOrEqual(defaultNumbers.sourceFailuresBurst);
      // One after the other, the whole of it.
      const other = newAddress();
      const outcomes = [];
      for (let count = 0; count < 25; count += 1) outcomes.push(await limits.takeSource(other, NOW));
      expect(outcomes.filter((wait) => wait === null)).toHaveLength(defaultNumbers.sourceFailuresBurst);
      expect(outcomes.at(-1)).toEqual({ retryAt: NOW + MINUTE / defaultNumbers.sourceFailuresPerMinute });
    });

    it('gets failures back that were none: 30 calls then', async () => {
      const ip = newAddress();
      const outcomes = [];
      for (let count = 0; count < 35; count += 1) {
        const wait = await limits.takeSource(ip, NOW);
        if (!wait) await limits.giveBackSource(ip);
        outcomes.push(wait);
      }
      expect(outcomes.filter((wait) => wait === null)).toHaveLength(defaultNumbers.sourceCallsBurst);
    });

    it('gets one failure in 6 seconds again', async () => {
      const ip = newAddress();
      for (let count = 0; count < 20; count += 1) await limits.takeSource(ip, NOW);
      expect(await limits.takeSource(ip, NOW + 6 * SECOND)).toBeNull();
      expect(await limits.takeSource(ip, NOW + 6 * SECOND)).not.toBeNull();
    });

    it('is not charged by giving back to an address that was never seen', async () => {
      await limits.giveBackSource(newId());
    });
  });

  describe('a password', () => {
    it('has 5 free attempts, for any number of parallel guesses', async () => {
      const attempt = { subject: newId() };
      const charges = await many(100, () => limits.takePassword(attempt, NOW));
      expect(charges.filter((charge) => 'chargedTo' in charge)).toHaveLength(defaultNumbers.freeFailures);
      expect(charges.filter((charge) => 'retryAt' in charge && charge.retryAt === NOW + 30 * SECOND)).toHaveLength(95);
    });

    it('then waits 30 s, 60 s, 120 s, up to an hour', async () => {
      const attempt = { subject: newId() };
      let now = NOW;
      const waits: number[] = [];
      for (let count = 0; count < 15; count += 1) {
        const charge = await limits.takePassword(attempt, now);
        expect(charge).toEqual({ chargedTo: 'subject' });
        const refused = await limits.takePassword(attempt, now);
        if (count >= 4 && 'retryAt' in refused && refused.retryAt !== null) {
          waits.push((refused.retryAt - now) / SECOND);
          now = refused.retryAt;
        } else count += 1;
      }
      expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
      expect(Math.max(...waits)).toBeLessThanOrEqual(3_600);
    });

    it('is as free for a request that began a moment earlier, on another instance', async () => {
      const attempt = { subject: newId() };
      await limits.takePassword(attempt, NOW + 500);
      expect(await limits.takePassword(attempt, NOW)).toEqual({ chargedTo: 'subject' });
    });

    it('is cleared by a success', async () => {
      const attempt = { subject: newId() };
      for (let count = 0; count < 5; count += 1) await limits.takePassword(attempt, NOW);
      await limits.clearPassword(attempt, { chargedTo: 'subject' });
      expect(await limits.takePassword(attempt, NOW)).toEqual({ chargedTo: 'subject' });
    });

    it('is forgotten after a day without attempts', async () => {
      const attempt = { subject: newId() };
      for (let count = 0; count < 5; count += 1) await limits.takePassword(attempt, NOW);
      const later = NOW + 24 * HOUR;
      const charges = [];
      for (let count = 0; count < 5; count += 1) charges.push(await limits.takePassword(attempt, later));
      expect(charges.filter((charge) => 'chargedTo' in charge)).toHaveLength(5);
    });
  });

  describe('a known device', () => {
    const known = async () => {
      const knownAs = newId();
      const device = { hash: newHash(), knownAs, passedSecondFactor: true, expiresAt: NOW + HOUR, now: NOW };
      await limits.rememberDevice(device);
      return { subject: newId(), device: { hash: device.hash, knownAs } };
    };

    it('has a counter of its own: a stranger’s failures do not lock it out, and the other way round', async () => {
      const attempt = await known();
      for (let count = 0; count < 6; count += 1) await limits.takePassword({ subject: attempt.subject }, NOW);
      const charges = await many(20, () => limits.takePassword(attempt, NOW));
      expect(charges.filter((charge) => 'chargedTo' in charge && charge.chargedTo === 'device')).toHaveLength(5);
      expect(charges.filter((charge) => 'retryAt' in charge)).toHaveLength(15);
      await limits.clearPassword(attempt, { chargedTo: 'device', passedSecondFactor: true });
      expect(await limits.takePassword(attempt, NOW)).toEqual({ chargedTo: 'device', passedSecondFactor: true });
      expect(await limits.takePassword({ subject: attempt.subject }, NOW)).toHaveProperty('retryAt');
    });

    it('is known to one account only, and for its time', async () => {
      const attempt = await known();
      expect(await limits.takePassword({ ...attempt, device: { ...attempt.device, knownAs: newId() } }, NOW)).toEqual({
        chargedTo: 'subject',
      });
      expect(await limits.takePassword(attempt, NOW + HOUR)).toEqual({ chargedTo: 'subject' });
      expect(
        await limits.takePassword({ subject: newId(), device: { hash: newHash(), knownAs: newId() } }, NOW),
      ).toEqual({
        chargedTo: 'subject',
      });
    });
  });

  describe('a second factor', () => {
    const guess = (userId: string, now = NOW, kind: 'totp' | 'recovery_code' = 'totp') =>
      stores.twoFactors.reserveGuess({ userId, kind, guesser: 'stranger', now });
    const refusals = (outcomes: unknown[]) =>
      outcomes.filter((outcome) => outcome !== null && typeof outcome === 'object' && 'retryAt' in outcome);

    it('has 5 free attempts, for any number of parallel guesses, over all challenges and routes', async () => {
      const { user, challengeHash } = await enrolledUser(stores);
      const viaChallenge = many(30, async () =>
        stores.twoFactors.reserveAttempt({ userId: user.id, challengeHash, kind: 'totp', now: NOW }),
      );
      const outcomes = [...(await viaChallenge), ...(await many(30, async () => guess(user.id)))];
      const spent = outcomes.filter((outcome) => outcome !== null && !('retryAt' in outcome));
      expect(spent).toHaveLength(5);
    });

    it('is cleared in a row by a success, which gives back its own attempt and no other', async () => {
      const { user, twoFactor, challengeHash } = await enrolledUser(stores);
      for (let count = 0; count < 3; count += 1) await guess(user.id);
      await stores.twoFactors.reserveAttempt({ userId: user.id, challengeHash, kind: 'totp', now: NOW });
      const proof = aTotpProof(twoFactor);
      expect(
        await stores.signIns.completeWithSecondFactor({ ...aRecord(user, 'password+totp'), challengeHash, proof }),
      ).toBe('completed');
      expect((await stores.twoFactors.get(user.id))?.guesses.stranger).toMatchObject({
        count: 0,
        notBefore: 0,
        dayCount: 3,
      });
    });

    it('has 20 failures in 24 hours, then waits for the rest of the day', async () => {
      const { user } = await enrolledUser(stores);
      let now = NOW;
      for (let count = 0; count < 20; count += 1) {
        expect(refusals([await guess(user.id, now)])).toEqual([]);
        now += HOUR;
      }
      expect(await guess(user.id, now)).toEqual({ retryAt: NOW + 24 * HOUR });
      expect(refusals([await guess(user.id, NOW + 24 * HOUR)])).toEqual([]);
    });

    it('is retired for codes of the app by 100 in a row; a recovery code is the way out', async () => {
      const { user } = await enrolledUser(stores);
      let now = NOW;
      for (let count = 0; count < 100; count += 1) {
        const outcome = await guess(user.id, now);
        if (outcome && 'retryAt' in outcome) count -= 1;
        now += 2 * HOUR;
      }
      expect(await guess(user.id, now + 48 * HOUR)).toEqual({ retryAt: null });
      expect(await guess(user.id, now + 48 * HOUR, 'recovery_code')).toHaveProperty('sealedSecret');
    });

    it('that is off has nothing to guess', async () => {
      expect(await guess(newId())).toBeNull();
    });
  });
};
