import { randomBytes } from 'node:crypto';
import { ulids } from '../shared/adapters/ids.ts';
import type { RecoveryCodes } from '../shared/domain/entities/recovery-codes.ts';
import type { Session } from '../shared/domain/entities/session.ts';
import type { Method } from '../shared/domain/entities/sign-in.ts';
import type { TwoFactor } from '../shared/domain/entities/two-factor.ts';
import type { User } from '../shared/domain/entities/user.ts';
import type { SecurityEvent } from '../shared/domain/events/security-event.ts';
import type { ProofKind } from '../shared/domain/limits/second-factor-limit.ts';
import { newGuesses } from '../shared/domain/limits/second-factor-limit.ts';
import { makeRoomForSession, newSession } from '../shared/domain/sessions/session.ts';
import type { SignInRecord } from '../shared/ports/accounts/sign-ins.ts';
import type { SecondFactorAttempt, SecondFactorProof } from '../shared/ports/factors/two-factors.ts';
import { defaultSecurity, MINUTE_OF } from './security-settings.ts';

/* Entities for tests, each new: no two tests share a user or an organization. */

export const NOW = Date.UTC(2026, 10, 24, 12);
export const client = { ip: '192.0.2.7', userAgent: 'test' };
export const newId = (): string => ulids.next(NOW);
export const newHash = (): string => randomBytes(32).toString('base64url');

export const aUser = (given: Partial<User> = {}): User => {
  const id = given.id ?? newId();
  return {
    id,
    organizationId: newId(),
    email: `${id}@example.com`,
    name: 'Test Person',
    permissions: [],
    status: 'active',
    authVersion: 1,
    passwordVersion: 0,
    suspensions: 0,
    invitations: 0,
    lastSignIn: null,
    sessions: {},
    createdAt: NOW,
    ...given,
  };
};

export const aSession = (user: User, method: Method = 'password', now = NOW): Session =>
  newSession({
    hash: newHash(),
    user,
    method,
    organization: { id: user.organizationId, name: 'Acme', createdAt: NOW },
    client,
    now,
    security: defaultSecurity,
  });

export const aRecord = (user: User, method: Method = 'password', now = NOW): SignInRecord => {
  const session = aSession(user, method, now);
  const signIn = { id: ulids.next(now), at: now, method, twoFactorVerified: method !== 'password', ...client };
  return { user, session, signIn, ended: makeRoomForSession(user, [], now, defaultSecurity), now };
};

export const anEvent = (type: SecurityEvent['type'], actorId = newId()): SecurityEvent => ({
  id: newId(),
  type,
  actorId,
  at: NOW,
  ip: client.ip,
});

export const aTwoFactor = (given: Partial<TwoFactor> = {}): TwoFactor => ({
  sealedSecret: new Uint8Array([1, 2, 3]),
  lastTimeStep: 100,
  generation: newId(),
  enabledAt: NOW,
  challenges: {},
  guesses: newGuesses(NOW, 0),
  ...given,
});

export const aSetup = () => ({
  setupId: newId(),
  sealedSecret: new Uint8Array([4, 5, 6]),
  attempts: 0,
  authVersion: 1,
  expiresAt: NOW + MINUTE_OF.setup,
});

export const aRecoveryCodeSet = (): RecoveryCodes => ({
  generatedAt: NOW,
  sealedSet: new Uint8Array([7]),
  codes: Object.fromEntries(Array.from({ length: 8 }, (_, slot) => [newHash(), { slot }])),
});

export const aTotpProof = (twoFactor: TwoFactor, timeStep = twoFactor.lastTimeStep + 1): SecondFactorProof => ({
  kind: 'totp',
  counterName: 'stranger',
  timeStep,
  generation: twoFactor.generation,
});

export const aRecoveryProof = (set: RecoveryCodes, index = 0): SecondFactorProof => {
  const [usedHash = '', code] = Object.entries(set.codes)[index] ?? [];
  return {
    kind: 'recovery_code',
    counterName: 'stranger',
    usedHash,
    newHash: newHash(),
    replacement: { sealedCode: new Uint8Array([99]), slot: code?.slot ?? 0 },
    event: anEvent('recovery_code_used'),
  };
};

export const aChallenge = (user: User) => ({
  expiresAt: NOW + MINUTE_OF.challenge,
  attempts: 0,
  authVersion: user.authVersion,
  passwordVersion: user.passwordVersion,
  ip: client.ip,
  fromKnownDevice: false,
});

/** An attempt at a user's second factor, under its own name. */
export const aSecondFactorAttempt = (user: User, kind: ProofKind = 'totp', now = NOW): SecondFactorAttempt => ({
  ...{ user, kind, counterName: 'stranger', name: newHash(), now },
});

/** What a change of the caller's own account writes: the session continues with another token. */
export const anOwnChange = (user: User, session: Session, type: SecurityEvent['type'] = 'password_changed') => ({
  ...{ user, session, rotated: { ...session, hash: newHash() }, event: anEvent(type, user.id), now: NOW },
});
