import type { Session } from '../../domain/entities/session.ts';
import type { User } from '../../domain/entities/user.ts';
import type { Instant } from '../../domain/instant.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { OwnChange } from '../../ports/accounts/changes.ts';
import type { SignInRecord } from '../../ports/accounts/sign-ins.ts';
import { credentialKey, sessionKey, userKey, usersByTwoFactor } from '../keys.ts';
import { orElse, type Unconditional, type Write } from '../table/commit.ts';
import { type Expression, expression, removeFrom, roomIn } from '../table/expression.ts';
import { putSession, removeSession } from './records.ts';
import { addressed } from './user-list.ts';

/*
 * The parts that transactions share: changes to the User item and to sessions. Each requires that the user has not
 * changed since it was read: still active, with the same authVersion.
 */

// Suspending also raises authVersion, so `status` alone would never refuse a write. It is here so that the rule is
// complete.
const asRead = (e: Expression, user: User): string[] => [
  `${e.path('status')} = ${e.value('active')}`,
  `${e.path('authVersion')} = ${e.value(user.authVersion)}`,
];

/** Records a sign-in on the user and adds the session to the user's list of at most `sessionsPerUser`. */
export const placeSession = (
  { user, session, ended, now }: SignInRecord,
  security: SecuritySettings,
): Write<'changed'>[] => {
  const e = expression();
  const lastSignIn = { at: now, method: session.method, twoFactorVerified: session.secondFactorConfirmed };
  // The list of users looks for it; lastSignIn itself changes too often for an index.
  const hasSignedIn = `${e.path('hasSignedIn')} = ${e.value(true)}`;
  const set = `SET ${e.path('lastSignIn')} = ${e.value(lastSignIn)}, ${hasSignedIn}, ${e.path('sessions', session.hash)} = ${e.value(session.createdAt)}`;
  const update = {
    Key: userKey(user.id),
    UpdateExpression: set + removeFrom(e, 'sessions', ended),
    ConditionExpression: [...asRead(e, user), ...roomIn(e, 'sessions', ended, security.sessionsPerUser)].join(' AND '),
    ...e.attributes(),
  };
  const deletes = ended.map((hash): Write => ({ Delete: { Key: sessionKey(user.id, hash) } }));
  return [{ Update: update, ifRefused: 'changed' }, ...deletes];
};

/** Gives a session's place to the one that replaces it. */
export const swapSession = (user: User, from: Session, to: Session): Unconditional => {
  const e = expression();
  return {
    Update: {
      Key: userKey(user.id),
      UpdateExpression: `SET ${e.path('sessions', to.hash)} = ${e.value(to.createdAt)} REMOVE ${e.path('sessions', from.hash)}`,
      ConditionExpression: [...asRead(e, user), `attribute_exists(${e.path('sessions', from.hash)})`].join(' AND '),
      ...e.attributes(),
    },
  };
};

/** What is stored as it is given. */
const asTheyAre = ['passwordVersion', 'invitations', 'undoneAddresses', 'language', 'timeZone'] as const;
type Also = Partial<Pick<User, (typeof asTheyAre)[number]>> & {
  twoFactor?: { enabledAt: Instant } | 'disabled';
  email?: string;
};

/**
 * The copies of the 2FA status that lists and pages read, written only here, in transactions that change the status.
 */
const twoFactorCopies = (e: Expression, user: User, twoFactor: { enabledAt: Instant } | 'disabled') => {
  const status = twoFactor === 'disabled' ? 'disabled' : 'enabled';
  const partition = e.value(usersByTwoFactor(user.organizationId, status));
  const moved = [`${e.path('gsi1pk')} = ${partition}`, `${e.path('gsi2pk')} = ${partition}`];
  return twoFactor === 'disabled'
    ? { set: moved, remove: ` REMOVE ${e.path('twoFactorEnabledAt')}` }
    : { set: [...moved, `${e.path('twoFactorEnabledAt')} = ${e.value(twoFactor.enabledAt)}`], remove: '' };
};

/** Raises authVersion, which ends every session and challenge except `kept`, and records the rest of the change. */
export const endSessions = (user: User, kept: Session | null, also: Also = {}): Write<'changed'> => {
  const e = expression();
  const copies = also.twoFactor ? twoFactorCopies(e, user, also.twoFactor) : { set: [], remove: '' };
  const set = [
    `${e.path('authVersion')} = ${e.value(user.authVersion + 1)}`,
    `${e.path('sessions')} = ${e.value(kept ? { [kept.hash]: kept.createdAt } : {})}`,
    ...asTheyAre.flatMap((field) => (also[field] === undefined ? [] : [`${e.path(field)} = ${e.value(also[field])}`])),
    ...(also.email === undefined ? [] : addressed(e, { ...user, email: also.email })),
    ...copies.set,
  ];
  const conditions = [
    `${e.path('authVersion')} = ${e.value(user.authVersion)}`,
    // The list's key is made of both, and a new name does not raise the version.
    ...(also.email === undefined ? [] : [`${e.path('name')} = ${e.value(user.name)}`]),
  ];
  return {
    Update: {
      Key: userKey(user.id),
      UpdateExpression: `SET ${set.join(', ')}${copies.remove}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    },
    ifRefused: 'changed',
  };
};

type Own = Pick<OwnChange, 'user' | 'session' | 'rotated'>;

/**
 * What every change that ends the user's other sessions writes: the calling session continues with another token and
 * the next authVersion. It is gone if something ended it in the meantime.
 */
export const ownChange = ({ user, session, rotated: to }: Own, also: Also = {}): Write<'changed'>[] => [
  endSessions(user, to, also),
  orElse(removeSession(user.id, session.hash), 'changed'),
  putSession(user.id, { ...to, authVersion: user.authVersion + 1 }),
];

/** The password of the address, one version later than the user was read with. */
export const setPasswordHash = (user: User, passwordHash: string): Write<'changed'> => ({
  Update: {
    Key: credentialKey(user.email),
    UpdateExpression: 'SET passwordHash = :hash, passwordVersion = :version',
    ConditionExpression: 'userId = :userId',
    ExpressionAttributeValues: { ':hash': passwordHash, ':version': user.passwordVersion + 1, ':userId': user.id },
  },
  ifRefused: 'changed',
});

/**
 * For tokens issued to a user as read: they are useless if sessions have been ended since. A new password ends all
 * sessions, so `passwordVersion` refuses nothing that `authVersion` would accept; it states what the item depends on.
 */
export const requireUnchanged = (user: User): Write<'changed'> => ({
  ConditionCheck: {
    Key: userKey(user.id),
    ConditionExpression: 'authVersion = :authVersion AND passwordVersion = :passwordVersion',
    ExpressionAttributeValues: { ':authVersion': user.authVersion, ':passwordVersion': user.passwordVersion },
  },
  ifRefused: 'changed',
});
