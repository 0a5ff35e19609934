import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/domain/instant.ts';
import type { Wait } from '../../shared/domain/limits/throttle.ts';
import type { KnownDevice } from '../../shared/domain/sessions/device.ts';
import type { PasswordCounter } from '../../shared/ports/limits/limits.ts';
import { aRecord, aSecondFactorAttempt, aTotpProof, NOW, newHash, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { defaultSecurity } from '../security-settings.ts';
import { enrolledUser } from './enrolled.ts';

const many = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make));
/** A separate address for each test: everything that is not an address shares one budget. */
const anIp = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
const isWait = (outcome: unknown): outcome is Wait =>
  outcome !== null && typeof outcome === 'object' && 'retryAt' in outcome;

export const limitsSuite = (stores: Stores): void => {
  const { limits } = stores;
  const source = (ip: string, now = NOW, name = newId()) => limits.reserveSource(ip, name, now);
  const password = (counter: PasswordCounter, now = NOW, name = newId()) => limits.reservePassword(counter, name, now);

  describe('a source address', () => {
    it('makes a burst of as many calls as its failures allow, however many come at once', async () => {
      const ip = anIp();
      const waits = await many(60, () => source(ip).catch(() => ({ retryAt: 0 })));
      expect(waits.filter((wait) => wait === null).length).toBeLessThanOrEqual(defaultSecurity.sourceFailuresBurst);
      // The whole burst, one call after the other.
      const other = anIp();
      const outcomes = [];
      for (let count = 0; count < 25; count += 1) outcomes.push(await source(other));
      expect(outcomes.filter((wait) => wait === null)).toHaveLength(defaultSecurity.sourceFailuresBurst);
      expect(outcomes.at(-1)).toEqual({ retryAt: NOW + MINUTE / defaultSecurity.sourceFailuresPerMinute });
    });

    const refused = async (call: boolean, calls: number): Promise<number> => {
      const ip = anIp();
      let waits = 0;
      for (let count = 0; count < calls; count += 1) {
        const name = newId();
        if (await source(ip, NOW, name)) waits += 1;
        else await limits.refundSource(ip, { name, isCertain: true, call });
      }
      return waits;
    };

    it('gets back failures that did not happen: then 30 calls are possible', async () => {
      expect(await refused(false, 35)).toBe(5);
    });

    it('gets whole calls back that succeeded: an office behind one address can sign in at once', async () => {
      expect(await refused(true, 60)).toBe(0);
    });

    it('gets one failure back every 6 seconds', async () => {
      const ip = anIp();
      for (let count = 0; count < 20; count += 1) await source(ip);
      expect(await source(ip, NOW + 6 * SECOND)).toBeNull();
      expect(await source(ip, NOW + 6 * SECOND)).not.toBeNull();
    });

    it('gets back an attempt that may not have been made only while its name is still the latest', async () => {
      const ip = anIp();
      for (let count = 0; count < 20; count += 1) await source(ip);
      const never = { name: newId(), isCertain: false, call: true };
      await limits.refundSource(ip, never);
      expect(await source(ip)).not.toBeNull();
      await limits.refundSource(anIp(), never);
    });

    it('is not overwritten by a call that decided before the refund', async () => {
      const ip = anIp();
      for (let count = 0; count < 10; count += 1) {
        const name = newId();
        await source(ip, NOW, name);
        // The refund and the next attempt at once: neither undoes the other.
        await Promise.all([source(ip), limits.refundSource(ip, { name, isCertain: true, call: false })]);
      }
      const outcomes = [];
      for (let count = 0; count < 12; count += 1) outcomes.push(await source(ip));
      expect(outcomes.filter((wait) => wait === null)).toHaveLength(10);
    });
  });

  describe('a password', () => {
    it('has 5 free attempts, for any number of parallel guesses', async () => {
      const counter = { subject: newId() };
      const charges = await many(100, () => password(counter));
      expect(charges.filter((charge) => !isWait(charge))).toHaveLength(defaultSecurity.freeFailures);
      expect(charges.filter((charge) => isWait(charge) && charge.retryAt === NOW + 30 * SECOND)).toHaveLength(95);
    });

    it('then waits 30 s, 60 s, 120 s, up to an hour', async () => {
      const counter = { subject: newId() };
      let now = NOW;
      const waits: number[] = [];
      for (let count = 0; count < 15; count += 1) {
        expect(await password(counter, now)).toEqual({ closes: false });
        const refused = await password(counter, now);
        if (count >= 4 && isWait(refused) && refused.retryAt !== null) {
          waits.push((refused.retryAt - now) / SECOND);
          now = refused.retryAt;
        } else count += 1;
      }
      expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
      expect(Math.max(...waits)).toBeLessThanOrEqual(3_600);
    });

    it('is as free for a request that began a moment earlier, on another instance', async () => {
      const counter = { subject: newId() };
      await password(counter, NOW + 500);
      expect(await password(counter)).toEqual({ closes: false });
    });

    it('is cleared by a success', async () => {
      const counter = { subject: newId() };
      for (let count = 0; count < 5; count += 1) await password(counter);
      await limits.clearPassword(counter);
      expect(await password(counter)).toEqual({ closes: false });
    });

    it('has no more waits after a day without attempts, or when an administrator lifts the wait', async () => {
      const counter = { subject: newId() };
      for (let count = 0; count < 5; count += 1) await password(counter);
      expect(isWait(await password(counter))).toBe(true);
      await limits.liftPassword(counter);
      for (let count = 0; count < 5; count += 1) expect(await password(counter)).toEqual({ closes: false });
      for (let count = 0; count < 5; count += 1) {
        expect(await password(counter, NOW + 24 * HOUR)).toEqual({ closes: false });
      }
    });

    it('is closed after 100 wrong ones in a row, whatever time has passed and whoever lifts a wait', async () => {
      const counter = { subject: newId() };
      let now = NOW;
      const closing = [];
      for (let count = 0; count < 100; count += 1) {
        closing.push(await password(counter, now));
        now += 25 * HOUR;
        await limits.liftPassword(counter);
      }
      expect(closing.slice(0, 99)).toEqual(Array(99).fill({ closes: false }));
      expect(closing.at(-1)).toEqual({ closes: true });
      expect(await password(counter, now + 30 * DAY)).toEqual({ retryAt: null });
    });

    it('counts no attempt that compared nothing, once, however many there are', async () => {
      const counter = { subject: newId() };
      for (let count = 0; count < 30; count += 1) {
        const name = newId();
        expect(await password(counter, NOW, name)).toEqual({ closes: false });
        await limits.refundPassword(counter, { name, isCertain: true });
      }
      for (let count = 0; count < 5; count += 1) expect(await password(counter)).toEqual({ closes: false });
      await limits.refundPassword(counter, { name: newId(), isCertain: false });
      expect(isWait(await password(counter))).toBe(true);
    });

    it('starts no wait for an attempt that compared nothing', async () => {
      const counter = { subject: newId() };
      for (let count = 0; count < 4; count += 1) await password(counter);
      const name = newId();
      await password(counter, NOW, name);
      await limits.refundPassword(counter, { name, isCertain: true });
      expect(await password(counter)).toEqual({ closes: false });
    });
  });

  describe('a known device', () => {
    const known = async (given: Partial<KnownDevice> = {}) => {
      const device = { hash: newHash(), owner: newHash(), deviceScope: newHash(), expiresAt: NOW + HOUR, ...given };
      await limits.rememberDevice(device, NOW);
      return { device };
    };

    it('has its own counter: a stranger’s failures do not lock it out, and the other way round', async () => {
      const counter = await known();
      const stranger = { subject: newId() };
      for (let count = 0; count < 6; count += 1) await password(stranger);
      const charges = await many(20, () => password(counter));
      expect(charges.filter((charge) => !isWait(charge))).toHaveLength(5);
      expect(charges.filter(isWait)).toHaveLength(15);
      await limits.clearPassword(counter);
      expect(await password(counter)).toEqual({ closes: false });
      expect(isWait(await password(stranger))).toBe(true);
    });

    it('is found with its owner and what it passed, among others that are not known', async () => {
      const { device } = await known({ generation: newId() });
      expect(await limits.findDevices([newHash(), device.hash])).toEqual([device]);
      expect(await limits.findDevices([newHash()])).toEqual([]);
    });

    it('that is forgotten is charged nothing, and gets no attempt', async () => {
      const device = { hash: newHash(), owner: newHash(), deviceScope: newHash(), expiresAt: NOW + HOUR };
      expect(isWait(await password({ device }))).toBe(true);
    });

    it('gets back what compared nothing', async () => {
      const counter = await known();
      for (let count = 0; count < 30; count += 1) {
        const name = newId();
        expect(await password(counter, NOW, name)).toEqual({ closes: false });
        await limits.refundPassword(counter, { name, isCertain: true });
      }
    });
  });

  describe('a budget', () => {
    it('is spent at once up to its burst, then refills with time; and is whole when it is restored', async () => {
      const subject = newId();
      const spend = (now = NOW) => limits.spendBudget('notices', subject, now);
      const outcomes = await many(40, () => spend().catch(() => ({ retryAt: 0 })));
      expect(outcomes.filter((wait) => wait === null).length).toBeLessThanOrEqual(defaultSecurity.noticesBurst);
      for (let count = 0; count < 12; count += 1) await spend();
      const wait = HOUR / defaultSecurity.noticesPerHour;
      expect(await spend()).toEqual({ retryAt: NOW + wait });
      expect(await spend(NOW + wait)).toBeNull();
      expect(await limits.spendBudget('administration', subject, NOW)).toBeNull();
      await limits.restoreBudget('notices', subject);
      expect(await spend()).toBeNull();
    });
  });

  describe('a second factor', () => {
    type Enrolled = Awaited<ReturnType<typeof enrolledUser>>;
    const guess = ({ user }: Pick<Enrolled, 'user'>, now = NOW, kind: 'totp' | 'recovery_code' = 'totp') =>
      stores.twoFactors.reserveSecondFactor(aSecondFactorAttempt(user, kind, now));
    const viaChallenge = ({ user, challengeHash }: Enrolled, now = NOW) =>
      stores.twoFactors.reserveAttempt({ ...aSecondFactorAttempt(user, 'totp', now), challengeHash });
    const succeed = async ({ user, challengeHash }: Enrolled) => {
      const factor = await stores.twoFactors.get(user.id);
      if (!factor) throw new Error('2FA is off');
      const proof = aTotpProof(factor);
      const record = { ...aRecord(user, 'password+totp'), challengeHash, proof };
      expect(await stores.signIns.completeWithSecondFactor(record)).toBe('completed');
    };
    const guessesOf = async ({ user }: Pick<Enrolled, 'user'>) => (await stores.twoFactors.get(user.id))?.guesses;

    it('has 5 free attempts, for any number of parallel guesses, over all challenges and routes', async () => {
      const enrolled = await enrolledUser(stores);
      const outcomes = await Promise.all([
        ...Array.from({ length: 30 }, () => viaChallenge(enrolled)),
        ...Array.from({ length: 30 }, () => guess(enrolled)),
      ]);
      const spent = outcomes.filter((outcome) => outcome !== null && !isWait(outcome));
      expect(spent).toHaveLength(5);
    });

    it('is cleared in a row by a success, which gives back its own attempt and no other', async () => {
      const enrolled = await enrolledUser(stores);
      for (let count = 0; count < 3; count += 1) await guess(enrolled);
      await viaChallenge(enrolled);
      await succeed(enrolled);
      expect((await guessesOf(enrolled))?.stranger).toMatchObject({ count: 0, inARow: 0, notBefore: 0, dayCount: 3 });
    });

    it('has 20 failures in 24 hours, then waits for the rest of the day', async () => {
      const enrolled = await enrolledUser(stores);
      let now = NOW;
      for (let count = 0; count < 20; count += 1) {
        expect(isWait(await guess(enrolled, now))).toBe(false);
        now += HOUR;
      }
      expect(await guess(enrolled, now)).toEqual({ retryAt: NOW + 24 * HOUR });
      expect(isWait(await guess(enrolled, NOW + 24 * HOUR))).toBe(false);
    });

    it('has no more than 20 in 24 hours even if the owner succeeds in between', async () => {
      const enrolled = await enrolledUser(stores);
      for (let hour = 0; hour < 19; hour += 1) await guess(enrolled, NOW + hour * HOUR);
      await viaChallenge(enrolled);
      await stores.twoFactors.refundSecondFactor({
        ...aSecondFactorAttempt(enrolled.user),
        name: 'none',
        isCertain: false,
      });
      const factor = await stores.twoFactors.get(enrolled.user.id);
      expect(factor?.guesses.stranger.dayCount).toBe(19);
      const late = { user: enrolled.user, session: enrolled.session };
      const proof = aTotpProof(enrolled.twoFactor);
      const rotated = { ...late.session, hash: newHash() };
      // The proof's own attempt, and its success.
      await guess(enrolled, NOW + 19 * HOUR);
      expect(await stores.twoFactors.confirmIdentity({ ...late, rotated, proof, now: NOW })).toBe('confirmed');
      const outcomes = [];
      for (let count = 0; count < 3; count += 1) outcomes.push(await guess(enrolled, NOW + 20 * HOUR));
      expect(outcomes.map(isWait)).toEqual([false, true, true]);
      expect(outcomes.at(-1)).toEqual({ retryAt: NOW + 24 * HOUR });
    });

    it('is retired for codes from the app by 100 in a row; a recovery code is the way out', async () => {
      const enrolled = await enrolledUser(stores);
      let now = NOW;
      for (let count = 0; count < 100; count += 1) {
        const outcome = await guess(enrolled, now);
        if (isWait(outcome)) count -= 1;
        now += 2 * HOUR;
      }
      expect(await guess(enrolled, now + 48 * HOUR)).toEqual({ retryAt: null });
      expect(await guess(enrolled, now + 48 * HOUR, 'recovery_code')).toHaveProperty('sealedSecret');
    });

    it('is retired by 100 in a row, whatever new passwords come in between', async () => {
      const enrolled = await enrolledUser(stores);
      const { user } = enrolled;
      for (let count = 0; count < 100; count += 1) {
        const renewed = { ...user, passwordVersion: user.passwordVersion + count };
        expect(isWait(await guess({ user: renewed }))).toBe(false);
      }
      const after = { ...user, passwordVersion: user.passwordVersion + 100 };
      expect(await guess({ user: after })).toEqual({ retryAt: null });
    });

    it('makes no recovery code wait, whatever codes from the app have failed', async () => {
      const enrolled = await enrolledUser(stores);
      for (let count = 0; count < 6; count += 1) await guess(enrolled);
      expect(isWait(await guess(enrolled))).toBe(true);
      const outcomes = await many(5, () => guess(enrolled, NOW, 'recovery_code'));
      expect(outcomes.filter(isWait)).toEqual([]);
      expect((await guessesOf(enrolled))?.stranger).toMatchObject({ count: 5, codes: 5 });
    });

    it('begins a new count under a new password', async () => {
      const enrolled = await enrolledUser(stores);
      for (let hour = 0; hour < 20; hour += 1) await guess(enrolled, NOW + hour * HOUR);
      expect(isWait(await guess(enrolled, NOW + 20 * HOUR))).toBe(true);
      const renewed = { ...enrolled.user, passwordVersion: enrolled.user.passwordVersion + 1 };
      expect(isWait(await guess({ user: renewed }, NOW + 20 * HOUR))).toBe(false);
    });

    it('counts no attempt that compared nothing, and neither does its challenge', async () => {
      const enrolled = await enrolledUser(stores);
      const { user, challengeHash } = enrolled;
      for (let count = 0; count < 30; count += 1) {
        const attempt = { ...aSecondFactorAttempt(user), challengeHash };
        expect(isWait(await stores.twoFactors.reserveAttempt(attempt))).toBe(false);
        await stores.twoFactors.refundSecondFactor({ ...attempt, isCertain: true });
      }
      const factor = await stores.twoFactors.get(user.id);
      expect(factor?.guesses.stranger).toMatchObject({ count: 0, inARow: 0, dayCount: 0, notBefore: 0 });
      expect(factor?.challenges[challengeHash]?.attempts).toBe(0);
    });

    it('gives back what compared nothing even if others tried in between, each once', async () => {
      const enrolled = await enrolledUser(stores);
      const { user } = enrolled;
      const attempts = Array.from({ length: 4 }, () => aSecondFactorAttempt(user));
      for (const attempt of attempts) await stores.twoFactors.reserveSecondFactor(attempt);
      await Promise.all(
        attempts.map((attempt) => stores.twoFactors.refundSecondFactor({ ...attempt, isCertain: true })),
      );
      expect((await guessesOf(enrolled))?.stranger).toMatchObject({ count: 0, inARow: 0, dayCount: 0 });
      // One that may never have been made is given back only if its name is still the latest.
      await guess(enrolled);
      await stores.twoFactors.refundSecondFactor({ ...aSecondFactorAttempt(user), isCertain: false });
      expect((await guessesOf(enrolled))?.stranger).toMatchObject({ count: 1 });
    });

    it('charges nothing for a challenge from before a change that ended it', async () => {
      const enrolled = await enrolledUser(stores);
      const { user, challengeHash } = enrolled;
      const changed = { ...user, authVersion: user.authVersion + 1 };
      for (let count = 0; count < 10; count += 1) {
        expect(await stores.twoFactors.reserveAttempt({ ...aSecondFactorAttempt(changed), challengeHash })).toBeNull();
      }
      expect((await guessesOf(enrolled))?.stranger).toMatchObject({ count: 0, dayCount: 0 });
    });

    it('charges nothing if a request falsely says that a known device started the challenge', async () => {
      const enrolled = await enrolledUser(stores);
      const attempt = { ...aSecondFactorAttempt(enrolled.user), counterName: 'device' as const };
      const { challengeHash } = enrolled;
      expect(await stores.twoFactors.reserveAttempt({ ...attempt, challengeHash })).toBeNull();
      expect((await guessesOf(enrolled))?.device).toMatchObject({ count: 0 });
    });

    it('that is off has nothing to guess', async () => {
      const { user } = await enrolledUser(stores);
      expect(await guess({ user: { ...user, id: newId() } })).toBeNull();
    });
  });
};
