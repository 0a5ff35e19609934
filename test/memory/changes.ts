import type { IdempotencyRecord } from '../../shared/domain/entities/idempotency-record.ts';
import type { Session } from '../../shared/domain/entities/session.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import { isOver } from '../../shared/domain/instant.ts';
import type { SecuritySettings } from '../../shared/domain/security-settings.ts';
import type { OwnChange } from '../../shared/ports/accounts/changes.ts';
import type { SignInRecord } from '../../shared/ports/accounts/sign-ins.ts';
import type { SecondFactorProof } from '../../shared/ports/factors/two-factors.ts';
import { append, at, type State } from './state.ts';

/* The parts that the in-memory transactions share. All checks come first; only then is anything written. */

export const isAsRead = (state: State, read: User): boolean => {
  const user = state.users.get(read.id);
  return user?.status === 'active' && user.authVersion === read.authVersion;
};

const hasRoom = (state: State, { user, ended }: SignInRecord, security: SecuritySettings): boolean => {
  const sessions = state.users.get(user.id)?.sessions ?? {};
  return (
    ended.every((hash) => hash in sessions) &&
    Object.keys(sessions).length <= security.sessionsPerUser + ended.length - 1
  );
};

export const maySignIn = (state: State, record: SignInRecord, security: SecuritySettings): boolean =>
  isAsRead(state, record.user) && hasRoom(state, record, security);

export const writeSignIn = (state: State, { user, session, signIn, ended, now }: SignInRecord): void => {
  const stored = state.users.get(user.id) as User;
  const { method, secondFactorConfirmed: twoFactorVerified } = session;
  for (const hash of ended) {
    delete stored.sessions[hash];
    state.sessions.delete(at(user.id, hash));
  }
  stored.lastSignIn = { at: now, method, twoFactorVerified };
  stored.sessions[session.hash] = session.createdAt;
  state.sessions.set(at(user.id, session.hash), structuredClone(session));
  append(state.signIns, user.id, structuredClone(signIn));
};

export const isConsumable = (state: State, userId: string, proof: SecondFactorProof): boolean => {
  const twoFactor = state.twoFactors.get(userId);
  if (!twoFactor) return false;
  if (proof.kind === 'bypass_code') {
    const pass = twoFactor.bypassCode;
    return pass?.hash === proof.hash && pass.expiresAt > proof.now;
  }
  return proof.kind === 'totp'
    ? twoFactor.generation === proof.generation && twoFactor.lastTimeStep < proof.timeStep
    : proof.usedHash in (state.recoveryCodes.get(userId)?.codes ?? {});
};

export const consume = (state: State, userId: string, proof: SecondFactorProof): void => {
  const guesses = state.twoFactors.get(userId)?.guesses[proof.counterName];
  const dayCount = (guesses?.dayCount ?? 0) - (proof.kind === 'totp' ? 1 : 0);
  if (guesses) Object.assign(guesses, { count: 0, inARow: 0, codes: 0, notBefore: 0, dayCount });
  if (proof.kind === 'totp') {
    (state.twoFactors.get(userId) as { lastTimeStep: number }).lastTimeStep = proof.timeStep;
    return;
  }
  if (proof.kind === 'bypass_code') {
    delete state.twoFactors.get(userId)?.bypassCode;
    append(state.events, userId, proof.event);
    return;
  }
  const codes = state.recoveryCodes.get(userId)?.codes ?? {};
  delete codes[proof.usedHash];
  codes[proof.newHash] = structuredClone(proof.replacement);
  const set = state.recoveryCodes.get(userId);
  if (set) set.used = (set.used ?? 0) + 1;
  append(state.events, userId, proof.event);
};

/** Whether an answer is already stored under the id; if not, it is stored now. */
export const isReplyFree = (state: State, reply: IdempotencyRecord | undefined, now: number): boolean => {
  const kept = reply && state.replies.get(reply.id);
  return !kept || isOver(kept.expiresAt, now);
};
export const putIdempotencyRecord = (state: State, reply: IdempotencyRecord | undefined): void => {
  if (reply) state.replies.set(reply.id, reply);
};

/** Raises authVersion, which ends every session except `kept`. */
export const endSessions = (state: State, read: User, kept: Session | null): User => {
  const user = state.users.get(read.id) as User;
  user.authVersion += 1;
  user.sessions = kept ? { [kept.hash]: kept.createdAt } : {};
  return user;
};

/** A change of the caller's own account: the session continues with another token. */
export const ownChange = (state: State, { user: read, session, rotated }: Own): User => {
  const user = endSessions(state, read, rotated);
  state.sessions.delete(at(read.id, session.hash));
  state.sessions.set(at(read.id, rotated.hash), { ...structuredClone(rotated), authVersion: user.authVersion });
  return user;
};
type Own = Pick<OwnChange, 'user' | 'session' | 'rotated'>;

/** Whether user and session are as they were read. */
export const isSessionAsRead = (state: State, read: User, session: Session | null): boolean =>
  state.users.get(read.id)?.authVersion === read.authVersion &&
  (session === null || state.sessions.has(at(read.id, session.hash)));

/** Whether the acting administrator no longer is one, or was signed out. */
export const isActorGone = (state: State, actor: User | null, target?: User): boolean => {
  if (!actor || actor.id === target?.id) return false;
  const now = state.users.get(actor.id);
  const isSame = now?.status === 'active' && now.authVersion === actor.authVersion;
  return !isSame || !now.permissions.includes('users:manage');
};

const isAdministrator = ({ status, permissions }: Pick<User, 'status' | 'permissions'>): boolean =>
  status === 'active' && permissions.includes('users:manage');

/** The active administrators of an organization. */
export const administratorsOf = (state: State, organizationId: string): string[] =>
  [...state.users.values()]
    .filter((user) => user.organizationId === organizationId && isAdministrator(user))
    .map(({ id }) => id);

export const isLastAdministrator = (state: State, user: User, to: Pick<User, 'status' | 'permissions'>): boolean =>
  isAdministrator(user) && !isAdministrator(to) && administratorsOf(state, user.organizationId).length <= 1;
