import type { User } from '../../shared/domain/entities/user.ts';
import {
  aChallenge,
  anEvent,
  anOwnChange,
  aRecord,
  aRecoveryCodeSet,
  aSetup,
  aTwoFactor,
  aUser,
  NOW,
  newHash,
} from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';

export const invitationOf = () => ({
  hash: newHash(),
  purpose: 'invitation' as const,
  expiresAt: NOW + 1_000,
  passwordVersion: 0,
  suspensions: 0,
  invitations: 0,
});

/** A user who exists, with the token of their invitation. */
export const createdUser = async (stores: Stores, given: Partial<User> = {}) => {
  const user = aUser(given);
  const invitation = invitationOf();
  await stores.users.create({ actor: null, user, invitation, event: anEvent('user_created'), now: NOW });
  return { user, invitation };
};

/** A user with one session, created by a sign-in with only the password. */
export const signedInUser = async (stores: Stores, given: Partial<User> = {}) => {
  const { user } = await createdUser(stores, given);
  const record = aRecord(user);
  await stores.signIns.completeWithPassword(record);
  return { user: (await stores.users.get(user.id)) ?? user, session: record.session };
};

/** A user with 2FA on, a session that turned it on, and a live challenge. */
export const enrolledUser = async (stores: Stores, given: Partial<User> = {}) => {
  const before = await signedInUser(stores, given);
  const setup = aSetup();
  const twoFactor = aTwoFactor({ generation: setup.setupId });
  const recoveryCodes = aRecoveryCodeSet();
  await stores.setups.put(before.user.id, setup);
  const confirmed = { secondFactorConfirmed: true };
  const change = anOwnChange(before.user, before.session, 'two_factor_enabled');
  const rotated = { ...change.rotated, ...confirmed };
  const outcome = await stores.twoFactors.enable({
    ...change,
    rotated,
    setup,
    replaced: null,
    twoFactor,
    recoveryCodes,
  });
  if (outcome !== 'enabled') throw new Error(`not enabled: ${outcome}`);
  const found = await stores.sessions.find(before.user.id, rotated.hash);
  if (!found) throw new Error('the session is gone');
  const challengeHash = newHash();
  const challenge = aChallenge(found.user);
  await stores.twoFactors.startChallenge(found.user.id, twoFactor, { hash: challengeHash, challenge, now: NOW });
  return { ...found, twoFactor, recoveryCodes, challengeHash };
};

/** The hashes of the recovery codes that work now. */
export const liveCodes = async (stores: Stores, userId: string): Promise<string[]> =>
  Object.keys((await stores.recoveryCodeSets.get(userId))?.codes ?? {});
