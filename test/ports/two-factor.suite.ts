import { describe, expect, it } from 'vitest';
import type { Session } from '../../shared/domain/entities/session.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import { isLive } from '../../shared/domain/sessions/session.ts';
import {
  aChallenge,
  anEvent,
  anOwnChange,
  aRecord,
  aRecoveryCodeSet,
  aRecoveryProof,
  aSession,
  aSetup,
  aTotpProof,
  aTwoFactor,
  NOW,
  newId,
} from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { defaultSecurity, MINUTE_OF } from '../security-settings.ts';
import { createdUser, enrolledUser, liveCodes, signedInUser } from './enrolled.ts';

const enabling = (user: User, session: Session, setup = aSetup()) => ({
  ...anOwnChange(user, session, 'two_factor_enabled'),
  setup,
  replaced: null,
  twoFactor: aTwoFactor({ generation: setup.setupId }),
  recoveryCodes: aRecoveryCodeSet(),
});

export const twoFactorSuite = (stores: Stores): void => {
  describe('setup', () => {
    it('allows 5 attempts, then is dead', async () => {
      const { user } = await createdUser(stores);
      const setup = aSetup();
      await stores.setups.put(user.id, setup);
      const tries = Array.from({ length: 12 }, () =>
        stores.setups.reserveAttempt(user.id, setup.setupId, newId(), NOW),
      );
      expect((await Promise.all(tries)).filter((outcome) => outcome !== null)).toHaveLength(
        defaultSecurity.setupAttempts,
      );
    });

    it('gets back an attempt that compared nothing, once, and none that was not made', async () => {
      const { user } = await createdUser(stores);
      const setup = aSetup();
      await stores.setups.put(user.id, setup);
      const refund = (name: string, isCertain: boolean) =>
        stores.setups.refundAttempt(user.id, setup.setupId, { name, isCertain });
      for (let count = 0; count < 12; count += 1) {
        const name = newId();
        expect(await stores.setups.reserveAttempt(user.id, setup.setupId, name, NOW)).not.toBeNull();
        await refund(name, true);
        await refund(name, true);
        await refund(newId(), false);
      }
      const next = await stores.setups.reserveAttempt(user.id, setup.setupId, newId(), NOW);
      expect(next?.attempts).toBe(1);
    });

    it('is replaced by a newer one', async () => {
      const { user } = await createdUser(stores);
      const [older, newer] = [aSetup(), aSetup()];
      await stores.setups.put(user.id, older);
      await stores.setups.put(user.id, newer);
      expect(await stores.setups.reserveAttempt(user.id, older.setupId, newId(), NOW)).toBeNull();
      expect((await stores.setups.reserveAttempt(user.id, newer.setupId, newId(), NOW))?.attempts).toBe(1);
    });

    it('has expired at the very instant of expiresAt', async () => {
      const { user } = await createdUser(stores);
      const setup = aSetup();
      await stores.setups.put(user.id, setup);
      expect(await stores.setups.reserveAttempt(user.id, setup.setupId, newId(), NOW + MINUTE_OF.setup)).toBeNull();
    });
  });

  describe('enable', () => {
    it('creates factor and 8 codes, keeps this session and ends the others', async () => {
      const { user, session } = await signedInUser(stores);
      const other = aRecord(user);
      await stores.signIns.completeWithPassword(other);
      const read = (await stores.users.get(user.id)) ?? user;
      const change = enabling(read, session);
      await stores.setups.put(user.id, change.setup);
      const rotated = { ...change.rotated, secondFactorConfirmed: true };
      expect(await stores.twoFactors.enable({ ...change, rotated })).toBe('enabled');

      const kept = await stores.sessions.find(user.id, rotated.hash);
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
      const ended = await stores.sessions.find(user.id, other.session.hash);
      expect(kept && isLive(kept.session, kept.user, NOW, defaultSecurity)).toBe(true);
      expect(ended && isLive(ended.session, ended.user, NOW, defaultSecurity)).toBe(false);
      expect(kept?.session.secondFactorConfirmed).toBe(true);
      expect(kept?.user.twoFactorEnabledAt).toBe(NOW);
      expect(await liveCodes(stores, user.id)).toHaveLength(8);
    });

    it('happens once when two tabs confirm the same setup', async () => {
      const { user, session } = await signedInUser(stores);
      const setup = aSetup();
      await stores.setups.put(user.id, setup);
      const tabs = [1, 2, 3, 4].map(() => stores.twoFactors.enable(enabling(user, session, setup)));
      const outcomes = await Promise.all(tabs);
      expect(outcomes.sort()).toEqual(['enabled', 'setup_gone', 'setup_gone', 'setup_gone']);
      expect(await liveCodes(stores, user.id)).toHaveLength(8);
    });

    it('swaps the authenticator that it was decided to replace, and no other', async () => {
      const { user, session, twoFactor } = await enrolledUser(stores);
      const change = enabling(user, session);
      await stores.setups.put(user.id, change.setup);
      expect(await stores.twoFactors.enable({ ...change, replaced: aTwoFactor() })).toBe('changed');
      expect(await stores.twoFactors.enable({ ...change, replaced: twoFactor })).toBe('enabled');
      expect((await stores.twoFactors.get(user.id))?.generation).toBe(change.setup.setupId);
      expect(await liveCodes(stores, user.id)).toEqual(expect.arrayContaining(Object.keys(change.recoveryCodes.codes)));
    });

    it('refuses a setup that has expired or is not this one', async () => {
      const { user, session } = await signedInUser(stores);
      const change = enabling(user, session);
      await stores.setups.put(user.id, change.setup);
      expect(await stores.twoFactors.enable(enabling(user, session))).toBe('setup_gone');
      expect(await stores.twoFactors.enable({ ...change, now: NOW + MINUTE_OF.setup })).toBe('setup_gone');
      expect(await stores.twoFactors.get(user.id)).toBeNull();
    });
  });

  describe('disable', () => {
    it('removes factor, codes and setup at once, and keeps this session', async () => {
      const { user, session } = await enrolledUser(stores);
      const setup = aSetup();
      await stores.setups.put(user.id, setup);
      const change = anOwnChange(user, session, 'two_factor_disabled');
      expect(await stores.twoFactors.disable(change)).toBe('disabled');
      expect(await stores.twoFactors.get(user.id)).toBeNull();
      expect(await stores.recoveryCodeSets.get(user.id)).toBeNull();
      expect(await stores.setups.reserveAttempt(user.id, setup.setupId, newId(), NOW)).toBeNull();
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
      const found = await stores.sessions.find(user.id, change.rotated.hash);
      expect(found?.user.twoFactorEnabledAt).toBeUndefined();
      expect(found && isLive(found.session, found.user, NOW, defaultSecurity)).toBe(true);
    });

    it('says so when there is nothing to disable, and changes nothing', async () => {
      const { user, session } = await signedInUser(stores);
      const change = anOwnChange(user, session, 'two_factor_disabled');
      expect(await stores.twoFactors.disable(change)).toBe('not_enabled');
      expect((await stores.users.get(user.id))?.authVersion).toBe(user.authVersion);
    });

    it('by an administrator ends every session', async () => {
      const { user, session } = await enrolledUser(stores);
      const event = anEvent('two_factor_reset');
      expect(await stores.twoFactors.reset({ actor: null, user, event, now: NOW })).toBe('disabled');
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found && isLive(found.session, found.user, NOW, defaultSecurity)).toBe(false);
    });
  });

  describe('regenerate', () => {
    it('replaces all codes', async () => {
      const { user, session, recoveryCodes } = await enrolledUser(stores);
      const fresh = aRecoveryCodeSet();
      const change = anOwnChange(user, session, 'recovery_codes_regenerated');
      expect(await stores.recoveryCodeSets.regenerate({ ...change, recoveryCodes: fresh })).toBe('regenerated');
      expect((await liveCodes(stores, user.id)).sort()).toEqual(Object.keys(fresh.codes).sort());
      const [old = ''] = Object.keys(recoveryCodes.codes);
      expect(await stores.recoveryCodeSets.find(user.id, old)).toBeNull();
    });

    it('against redemptions leaves 8 codes, whichever comes first', async () => {
      const { user, session, recoveryCodes, challengeHash } = await enrolledUser(stores);
      const change = anOwnChange(user, session, 'recovery_codes_regenerated');
      const regenerate = stores.recoveryCodeSets.regenerate({ ...change, recoveryCodes: aRecoveryCodeSet() });
      const proof = aRecoveryProof(recoveryCodes);
      const redeem = stores.signIns.completeWithSecondFactor({
        ...aRecord(user, 'password+recovery_code'),
        challengeHash,
        proof,
      });
      await Promise.all([regenerate, redeem]);
      expect(await liveCodes(stores, user.id)).toHaveLength(8);
    });

    it('needs 2FA to be on', async () => {
      const { user, session } = await signedInUser(stores);
      const change = anOwnChange(user, session, 'recovery_codes_regenerated');
      const outcome = await stores.recoveryCodeSets.regenerate({ ...change, recoveryCodes: aRecoveryCodeSet() });
      expect(outcome).toBe('not_enabled');
    });

    it('decided by a session that has ended changes nothing', async () => {
      const { user, session, recoveryCodes } = await enrolledUser(stores);
      const outdated = { ...user, authVersion: user.authVersion - 1 };
      const own = anOwnChange(outdated, session, 'recovery_codes_regenerated');
      const change = { ...own, recoveryCodes: aRecoveryCodeSet() };
      expect(await stores.recoveryCodeSets.regenerate(change)).toBe('changed');
      expect((await liveCodes(stores, user.id)).sort()).toEqual(Object.keys(recoveryCodes.codes).sort());
    });
  });

  describe('confirm identity', () => {
    it('rotates the session: the old token is dead, the new one is confirmed', async () => {
      const { user, session } = await signedInUser(stores);
      const rotated = { ...aSession(user), createdAt: session.createdAt };
      const confirmation = { user, session, rotated, proof: null, now: NOW };
      expect(await stores.twoFactors.confirmIdentity(confirmation)).toBe('confirmed');
      expect(await stores.sessions.find(user.id, session.hash)).toBeNull();
      expect((await stores.sessions.find(user.id, rotated.hash))?.session).toEqual(rotated);
      expect(await stores.twoFactors.confirmIdentity(confirmation)).toBe('changed');
    });

    it('without a proof is refused once 2FA is on', async () => {
      const { user, session } = await enrolledUser(stores);
      const confirmation = { user, session, rotated: aSession(user), proof: null, now: NOW };
      expect(await stores.twoFactors.confirmIdentity(confirmation)).toBe('changed');
      expect(await stores.sessions.find(user.id, session.hash)).not.toBeNull();
    });

    it('consumes the TOTP step, and refuses it the second time', async () => {
      const { user, session, twoFactor } = await enrolledUser(stores);
      const proof = aTotpProof(twoFactor);
      const first = { user, session, rotated: aSession(user), proof, now: NOW };
      expect(await stores.twoFactors.confirmIdentity(first)).toBe('confirmed');
      const second = { ...first, session: first.rotated, rotated: aSession(user) };
      expect(await stores.twoFactors.confirmIdentity(second)).toBe('code_used');
    });

    it('with 8 different recovery codes at once, from 8 sessions, uses each and leaves 8', async () => {
      const { user, twoFactor, recoveryCodes } = await enrolledUser(stores);
      const sessions = [];
      for (let count = 0; count < 8; count += 1) {
        const read = (await stores.users.get(user.id)) ?? user;
        const factor = (await stores.twoFactors.get(user.id)) ?? twoFactor;
        const hash = `challenge-${count}`;
        const challenge = aChallenge(read);
        await stores.twoFactors.startChallenge(user.id, factor, { hash, challenge, now: NOW });
        const record = aRecord(read, 'password+totp');
        const proof = aTotpProof(factor, factor.lastTimeStep + 1);
        expect(await stores.signIns.completeWithSecondFactor({ ...record, challengeHash: hash, proof })).toBe(
          'completed',
        );
        sessions.push(record.session);
      }
      const read = (await stores.users.get(user.id)) ?? user;
      const outcomes = await Promise.all(
        sessions.map((session, index) => {
          const proof = aRecoveryProof(recoveryCodes, index);
          return stores.twoFactors.confirmIdentity({ user: read, session, rotated: aSession(read), proof, now: NOW });
        }),
      );
      expect(outcomes).toEqual(Array(8).fill('confirmed'));
      const live = await liveCodes(stores, user.id);
      expect(live).toHaveLength(8);
      expect(live.filter((hash) => hash in recoveryCodes.codes)).toEqual([]);
    });
  });
};
