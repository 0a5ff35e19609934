import type { Session } from '../../shared/domain/entities/session.ts';
import type { TwoFactor } from '../../shared/domain/entities/two-factor.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import { idOf, type Notification } from '../../shared/domain/events/notification.ts';
import { isOver, MINUTE } from '../../shared/domain/instant.ts';
import { nextSecondFactor, undoSecondFactor } from '../../shared/domain/limits/second-factor-limit.ts';
import { sourceOf } from '../../shared/domain/limits/source.ts';
import {
  type FailureState,
  isWait,
  nextPassword,
  nextSource,
  noFailures,
  sourceRefund,
  spendBudget,
  undoPassword,
  type Wait,
} from '../../shared/domain/limits/throttle.ts';
import { defaultSecurity, type SecuritySettings } from '../../shared/domain/security-settings.ts';
import { makeRoomForChallenge, mostChallenges } from '../../shared/domain/sessions/challenge.ts';
import type { KnownDevice } from '../../shared/domain/sessions/device.ts';
import { foldedName, isFoundBy, stateOf } from '../../shared/domain/user-list.ts';
import type { Adoptions } from '../../shared/ports/accounts/adoptions.ts';
import type { Brands } from '../../shared/ports/accounts/brands.ts';
import type { Credentials } from '../../shared/ports/accounts/credentials.ts';
import type { Organizations } from '../../shared/ports/accounts/organizations.ts';
import type { Sessions } from '../../shared/ports/accounts/sessions.ts';
import type { SignIns } from '../../shared/ports/accounts/sign-ins.ts';
import type { Users } from '../../shared/ports/accounts/users.ts';
import type { RecoveryCodeSets } from '../../shared/ports/factors/recovery-code-sets.ts';
import type { Setups } from '../../shared/ports/factors/setups.ts';
import type { SecondFactorAttempt, TwoFactors } from '../../shared/ports/factors/two-factors.ts';
import type { Deliveries } from '../../shared/ports/history/deliveries.ts';
import type { Notices } from '../../shared/ports/history/notices.ts';
import type { SecurityEvents } from '../../shared/ports/history/security-events.ts';
import type { Watches } from '../../shared/ports/history/watches.ts';
import type { Addresses, Move } from '../../shared/ports/lifecycle/addresses.ts';
import type { Deletions } from '../../shared/ports/lifecycle/deletions.ts';
import type { Limits, PasswordCounter } from '../../shared/ports/limits/limits.ts';
import type { IdempotencyRecords } from '../../shared/ports/tokens/idempotency-records.ts';
import type { PasswordResets } from '../../shared/ports/tokens/password-resets.ts';
import type { PasswordTokens } from '../../shared/ports/tokens/password-tokens.ts';
import {
  administratorsOf,
  consume,
  endSessions,
  isActorGone,
  isAsRead,
  isConsumable,
  isLastAdministrator,
  isReplyFree,
  isSessionAsRead,
  maySignIn,
  ownChange,
  putIdempotencyRecord,
  writeSignIn,
} from './changes.ts';
import { append, at, copy, emptyState, type State } from './state.ts';

const users = (state: State): Users => {
  const isEnabled = (user: User) => user.twoFactorEnabledAt !== undefined;
  return {
    get: async (userId) => copy(state.users.get(userId)),
    async page({ organizationId, twoFactor, state: wanted, search, prefix, sort = 'email', descending, limit, after }) {
      const keyOf = ({ email, name }: User) => (sort === 'email' ? email : `${foldedName(name)}\u0000${email}`);
      const isAfter = (key: string, than: string) => (descending ? key < than : key > than);
      const fits = [...state.users.values()]
        .filter((user) => user.organizationId === organizationId && user.email.startsWith(prefix))
        .filter((user) => twoFactor === undefined || isEnabled(user) === (twoFactor === 'enabled'))
        .filter((user) => wanted === undefined || stateOf(user) === wanted)
        .filter((user) => search === undefined || isFoundBy(search, user))
        .filter((user) => after === undefined || isAfter(keyOf(user), after))
        .sort((a, b) => (isAfter(keyOf(a), keyOf(b)) ? 1 : -1));
      const shown = fits.slice(0, limit).map((user) => structuredClone(user));
      const last = shown.at(-1);
      return { users: shown, ...(fits.length > limit && last && { next: keyOf(last) }) };
    },
    async create({ actor, user, invitation, event, reply, now }) {
      if (isActorGone(state, actor)) return 'actor_gone';
      if (state.credentials.has(user.email) || state.users.has(user.id)) return 'email_taken';
      if (!isReplyFree(state, reply, now)) return 'done_before';
      putIdempotencyRecord(state, reply);
      const { email, id: userId, organizationId, passwordVersion } = user;
      state.credentials.set(email, { email, userId, organizationId, passwordVersion });
      state.users.set(userId, structuredClone(user));
      state.passwordTokens.set(at(userId, invitation.hash), invitation);
      append(state.events, userId, event);
      return 'created';
    },
    async setPreferences(userId, preferences) {
      const stored = state.users.get(userId);
      if (stored) Object.assign(stored, preferences);
    },
    many: async (userIds) => userIds.map((id) => copy(state.users.get(id))),
    async alarm({ user, event, notSince }) {
      const stored = state.users.get(user.id);
      const isDue = stored?.alarmedAt === undefined || stored.alarmedAt <= notSince;
      if (stored?.status !== 'active' || !isDue) return 'not_due';
      stored.alarmedAt = event.at;
      append(state.events, user.id, event);
      return 'alarmed';
    },
    async remind({ actor, user, event, notSince }) {
      if (isActorGone(state, actor, user)) return 'actor_gone';
      const stored = state.users.get(user.id);
      const isDue = stored?.remindedAt === undefined || stored.remindedAt <= notSince;
      if (stored?.status !== 'active' || isEnabled(stored) || !isDue || stored.declinesReminders) return 'not_due';
      stored.remindedAt = event.at;
      append(state.events, user.id, event);
      return 'reminded';
    },
    async update({ actor, user, to, events }) {
      if (isActorGone(state, actor, user)) return 'actor_gone';
      const stored = state.users.get(user.id);
      const isAsRead = (['authVersion', 'status', 'name'] as const).every((field) => stored?.[field] === user[field]);
      if (!stored || !isAsRead || String(stored.permissions) !== String(user.permissions)) return 'changed';
      if (isLastAdministrator(state, user, to)) return 'last_administrator';
      if (to.status !== user.status) endSessions(state, user, null);
      if (to.status === 'suspended' && user.status === 'active') stored.suspensions += 1;
      Object.assign(stored, structuredClone(to));
      for (const event of events) append(state.events, user.id, event);
      return 'updated';
    },
  };
};

const newestFirst = <T extends { id: string }>(all: T[], limit: number, before?: string) => {
  const found = all.toSorted((a, b) => (a.id < b.id ? 1 : -1)).filter(({ id }) => before === undefined || id < before);
  const records = structuredClone(found.slice(0, limit));
  const last = records.at(-1);
  return { records, ...(found.length > limit && last && { next: last.id }) };
};

const signIns = (state: State, security: SecuritySettings): SignIns => ({
  readAccount: async (userId, organizationId) => ({
    user: copy(state.users.get(userId)),
    twoFactor: copy(state.twoFactors.get(userId)),
    organization: copy(state.organizations.get(organizationId)),
  }),
  async completeWithPassword(record) {
    if (state.twoFactors.has(record.user.id) || !maySignIn(state, record, security)) return 'changed';
    writeSignIn(state, record);
    return 'completed';
  },
  async completeWithSecondFactor({ challengeHash, proof, reply, ...record }) {
    const { id } = record.user;
    const challenges = state.twoFactors.get(id)?.challenges ?? {};
    if (!(challengeHash in challenges)) return 'challenge_gone';
    if (!isConsumable(state, id, proof)) return 'code_used';
    if (!maySignIn(state, record, security)) return 'changed';
    delete challenges[challengeHash];
    putIdempotencyRecord(state, reply);
    consume(state, id, proof);
    writeSignIn(state, record);
    return 'completed';
  },
  async page(userId, limit, before) {
    const { records, ...rest } = newestFirst(state.signIns.get(userId) ?? [], limit, before);
    return { signIns: records, ...rest };
  },
});

const spendGuesses = (
  twoFactor: TwoFactor,
  { user, counterName, kind, name, now }: SecondFactorAttempt,
  security: SecuritySettings,
): Wait | null => {
  const decision = nextSecondFactor(
    twoFactor.guesses[counterName],
    { kind, passwordVersion: user.passwordVersion, now },
    security,
  );
  if (isWait(decision)) return decision;
  Object.assign(twoFactor.guesses[counterName], decision.next, { attempt: name });
  return null;
};

const counterOf = (counter: PasswordCounter): string =>
  'device' in counter ? `device ${counter.device.hash}` : `subject ${counter.subject}`;

const limits = (state: State, security: SecuritySettings): Limits => {
  const stateOf = (counter: PasswordCounter): FailureState | null =>
    ('device' in counter ? state.devices.get(counter.device.hash)?.state : state.failures.get(counter.subject)) ?? null;
  const write = (counter: PasswordCounter, next: FailureState): void => {
    if (!('device' in counter)) state.failures.set(counter.subject, next);
    else Object.assign(state.devices.get(counter.device.hash) ?? {}, { state: next });
  };
  return {
    findDevices: async (hashes) =>
      hashes.flatMap((hash) => {
        const { state: _, ...device } = copy(state.devices.get(hash)) ?? {};
        return 'hash' in device ? [device as KnownDevice] : [];
      }),
    async reserveSource(ip, name, now) {
      const decision = nextSource(state.sources.get(sourceOf(ip)) ?? null, now, security);
      if (isWait(decision)) return decision;
      state.sources.set(sourceOf(ip), decision.next);
      state.reserved.set(`source ${sourceOf(ip)}`, name);
      return null;
    },
    async refundSource(ip, { call, name, isCertain }) {
      const source = state.sources.get(sourceOf(ip));
      if (!source || (!isCertain && state.reserved.get(`source ${sourceOf(ip)}`) !== name)) return;
      const { calls, failures } = sourceRefund(security);
      source.failures -= failures;
      if (call) source.calls -= calls;
      state.reserved.delete(`source ${sourceOf(ip)}`);
    },
    async reservePassword(counter, name, now) {
      if ('device' in counter && !state.devices.has(counter.device.hash)) return { retryAt: now };
      const decision = nextPassword(stateOf(counter), now, security);
      if (isWait(decision)) return decision;
      write(counter, decision.next);
      state.reserved.set(counterOf(counter), name);
      return { closes: decision.next.inARow >= security.passwordFailuresInARow };
    },
    async refundPassword(counter, { name, isCertain }) {
      const isLatest = state.reserved.get(counterOf(counter)) === name;
      const spent = stateOf(counter);
      if (!spent || (!isLatest && !isCertain)) return;
      write(counter, undoPassword(spent, isLatest));
      state.reserved.delete(counterOf(counter));
    },
    async clearPassword(counter) {
      if ('device' in counter) Object.assign(stateOf(counter) ?? {}, { count: 0, inARow: 0, notBefore: 0 });
      else state.failures.delete(counter.subject);
    },
    liftPassword: async (counter) => void Object.assign(stateOf(counter) ?? {}, { count: 0, notBefore: 0 }),
    rememberDevice: async (device, now) => void state.devices.set(device.hash, { ...device, state: noFailures(now) }),
    async spendBudget(kind, subject, now) {
      const decision = spendBudget(kind, state.budgets.get(`${kind} ${subject}`) ?? null, now, security);
      if (isWait(decision)) return decision;
      state.budgets.set(`${kind} ${subject}`, decision.next);
      return null;
    },
    restoreBudget: async (kind, subject) => void state.budgets.delete(`${kind} ${subject}`),
  };
};

const removeFactor = (state: State, userId: string): void => {
  state.twoFactors.delete(userId);
  state.recoveryCodes.delete(userId);
  state.setups.delete(userId);
};

const twoFactors = (state: State, security: SecuritySettings): TwoFactors => ({
  get: async (userId) => copy(state.twoFactors.get(userId)),
  async startChallenge(userId, read, { hash, challenge, now }) {
    const stored = state.twoFactors.get(userId);
    const ended = makeRoomForChallenge(read, challenge, now, security);
    if (stored?.generation !== read.generation || !ended.every((old) => old in stored.challenges)) return 'changed';
    const most = mostChallenges(challenge, security) + ended.length - 1;
    if (Object.keys(stored.challenges).length > most) return 'changed';
    for (const old of ended) delete stored.challenges[old];
    stored.challenges[hash] = { ...challenge };
    return 'started';
  },
  async reserveAttempt(attempt) {
    const { user, challengeHash, counterName, now } = attempt;
    const twoFactor = state.twoFactors.get(user.id);
    const challenge = twoFactor?.challenges[challengeHash];
    if (!twoFactor || !challenge || isOver(challenge.expiresAt, now)) return null;
    if (challenge.attempts >= security.challengeAttempts || challenge.authVersion !== user.authVersion) return null;
    if (challenge.fromKnownDevice !== (counterName === 'device')) return null;
    const wait = spendGuesses(twoFactor, attempt, security);
    if (wait) return wait;
    challenge.attempts += 1;
    return structuredClone({ twoFactor, challenge });
  },
  async reserveSecondFactor(attempt) {
    const twoFactor = state.twoFactors.get(attempt.user.id);
    if (!twoFactor) return null;
    return spendGuesses(twoFactor, attempt, security) ?? structuredClone(twoFactor);
  },
  async refundSecondFactor({ user, kind, counterName, challengeHash, name, isCertain }) {
    const twoFactor = state.twoFactors.get(user.id);
    const guesses = twoFactor?.guesses[counterName];
    if (!guesses || (guesses.attempt !== name && !isCertain)) return;
    Object.assign(guesses, undoSecondFactor(guesses, kind, guesses.attempt === name), {
      attempt: `${name} given back`,
    });
    const challenge = challengeHash === undefined ? undefined : twoFactor?.challenges[challengeHash];
    if (challenge && challenge.attempts > 0) challenge.attempts -= 1;
  },
  async liftWaits({ actor, user, event }) {
    if (isActorGone(state, actor)) return 'actor_gone';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    const { device = {}, stranger = {} } = state.twoFactors.get(user.id)?.guesses ?? {};
    for (const guesses of [device, stranger]) Object.assign(guesses, { count: 0, notBefore: 0, dayCount: 0 });
    append(state.events, user.id, event);
    return 'lifted';
  },
  async confirmIdentity({ user, session, rotated, proof, reply, now }) {
    const stored = state.users.get(user.id);
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!isAsRead(state, user) || !stored || !(session.hash in stored.sessions)) return 'changed';
    if (!proof && state.twoFactors.has(user.id)) return 'changed';
    if (proof && !isConsumable(state, user.id, proof)) return 'code_used';
    putIdempotencyRecord(state, reply);
    if (proof) consume(state, user.id, proof);
    delete stored.sessions[session.hash];
    stored.sessions[rotated.hash] = rotated.createdAt;
    state.sessions.delete(at(user.id, session.hash));
    state.sessions.set(at(user.id, rotated.hash), structuredClone(rotated));
    return 'confirmed';
  },
  async enable({ setup, replaced, twoFactor, recoveryCodes, event, reply, now, ...own }) {
    const { user } = own;
    const pending = state.setups.get(user.id);
    if (pending?.setupId !== setup.setupId || isOver(pending.expiresAt, now)) return 'setup_gone';
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (state.twoFactors.get(user.id)?.generation !== replaced?.generation) return 'changed';
    if (!isSessionAsRead(state, user, own.session)) return 'changed';
    putIdempotencyRecord(state, reply);
    state.setups.delete(user.id);
    state.twoFactors.set(user.id, structuredClone(twoFactor));
    state.recoveryCodes.set(user.id, structuredClone(recoveryCodes));
    ownChange(state, own).twoFactorEnabledAt = twoFactor.enabledAt;
    append(state.events, user.id, event);
    return 'enabled';
  },
  async issueBypassCode({ actor, user, pass, event, reply, now }) {
    if (isActorGone(state, actor)) return 'actor_gone';
    if (!isReplyFree(state, reply, now)) return 'done_before';
    const twoFactor = state.twoFactors.get(user.id);
    if (!twoFactor) return 'not_enabled';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    putIdempotencyRecord(state, reply);
    twoFactor.bypassCode = { ...pass };
    append(state.events, user.id, event);
    return 'issued';
  },
  async disable({ event, reply, now, ...own }) {
    const { user } = own;
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!state.twoFactors.has(user.id)) return 'not_enabled';
    if (!isSessionAsRead(state, user, own.session)) return 'changed';
    putIdempotencyRecord(state, reply);
    removeFactor(state, user.id);
    delete ownChange(state, own).twoFactorEnabledAt;
    append(state.events, user.id, event);
    return 'disabled';
  },
  async reset({ actor, user, event, reply, now }) {
    if (isActorGone(state, actor)) return 'actor_gone';
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!state.twoFactors.has(user.id)) return 'not_enabled';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    putIdempotencyRecord(state, reply);
    removeFactor(state, user.id);
    delete endSessions(state, user, null).twoFactorEnabledAt;
    append(state.events, user.id, event);
    return 'disabled';
  },
});

const recoveryCodeSets = (state: State): RecoveryCodeSets => ({
  get: async (userId) => copy(state.recoveryCodes.get(userId)),
  find: async (userId, hash) => copy(state.recoveryCodes.get(userId)?.codes[hash]),
  async regenerate({ recoveryCodes, event, reply, now, ...own }) {
    const { user } = own;
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!state.recoveryCodes.has(user.id)) return 'not_enabled';
    if (!isSessionAsRead(state, user, own.session)) return 'changed';
    putIdempotencyRecord(state, reply);
    state.recoveryCodes.set(user.id, structuredClone(recoveryCodes));
    ownChange(state, own);
    append(state.events, user.id, event);
    return 'regenerated';
  },
});

type Exchange = Parameters<PasswordTokens['exchange']>[0];

/** What reporting "this was not me" does to an account: no session, no password, and nothing that came later. */
const takeBack = (state: State, user: User, undone: Exchange['undone'], restored: Exchange['restored']): void => {
  const changed = endSessions(state, user, null);
  changed.passwordVersion += 1;
  const credential = state.credentials.get(user.email);
  if (credential) {
    delete credential.passwordHash;
    credential.passwordVersion += 1;
  }
  if (undone) {
    removeFactor(state, user.id);
    delete changed.twoFactorEnabledAt;
    append(state.events, user.id, undone.event);
  }
  if (restored) {
    moveAddress(state, { ...restored, credential: credential ?? restored.credential });
    changed.invitations += 1;
    changed.undoneAddresses = restored.undone;
    append(state.events, user.id, restored.event);
  }
};

const passwordTokens = (state: State): PasswordTokens => ({
  get: async (userId, hash) => copy(state.passwordTokens.get(at(userId, hash))),
  async invite({ actor, user, token, event, reply, now }) {
    const stored = state.users.get(user.id);
    if (isActorGone(state, actor)) return 'actor_gone';
    if (!isReplyFree(state, reply, now)) return 'done_before';
    const isAsInvited = stored?.invitations === user.invitations && stored.passwordVersion === user.passwordVersion;
    if (!stored || !isAsInvited || !isAsRead(state, user)) return 'changed';
    putIdempotencyRecord(state, reply);
    stored.invitations += 1;
    if (token) state.passwordTokens.set(at(user.id, token.hash), structuredClone(token));
    append(state.events, user.id, event);
    return 'issued';
  },
  add: async (userId, token) => void state.passwordTokens.set(at(userId, token.hash), structuredClone(token)),
  async exchange({ user, token, next, undone, restored, event, reply, now }) {
    const stored = state.passwordTokens.get(at(user.id, token.hash));
    if (!stored || isOver(stored.expiresAt, now)) return 'token_gone';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    if (undone && state.twoFactors.get(user.id)?.generation !== undone.generation) return 'changed';
    const refusal = restored && moveRefusal(state, restored);
    if (refusal) return refusal;
    putIdempotencyRecord(state, reply);
    state.passwordTokens.delete(at(user.id, token.hash));
    state.passwordTokens.set(at(user.id, next.hash), structuredClone(next));
    takeBack(state, user, undone, restored);
    append(state.events, user.id, event);
    return 'exchanged';
  },
  async redeem({ user, token, passwordHash, preferences, event, reply, now }) {
    const stored = state.passwordTokens.get(at(user.id, token.hash));
    const credential = state.credentials.get(user.email);
    if (!stored || isOver(stored.expiresAt, now)) return 'token_gone';
    if (!credential || !isSessionAsRead(state, user, null)) return 'changed';
    putIdempotencyRecord(state, reply);
    state.passwordTokens.delete(at(user.id, token.hash));
    const passwordVersion = user.passwordVersion + 1;
    Object.assign(credential, { passwordHash, passwordVersion });
    Object.assign(endSessions(state, user, null), { passwordVersion, ...preferences });
    append(state.events, user.id, event);
    return 'set';
  },
});

const sessions = (state: State): Sessions => ({
  async find(userId, hash) {
    const session = copy(state.sessions.get(at(userId, hash)));
    const user = copy(state.users.get(userId));
    return session && user ? { session, user } : null;
  },
  async touch(userId, { hash }, now) {
    const session = state.sessions.get(at(userId, hash));
    if (session && session.lastSeenAt < now) session.lastSeenAt = now;
  },
  async end(userId, hash, noted) {
    delete state.users.get(userId)?.sessions[hash];
    const hasEnded = state.sessions.delete(at(userId, hash));
    if (hasEnded && noted) {
      append(state.events, userId, noted.event);
      putIdempotencyRecord(state, noted.reply);
    }
    return hasEnded;
  },
  list: async (user) => Object.keys(user.sessions).flatMap((hash) => copy(state.sessions.get(at(user.id, hash))) ?? []),
  async endAll({ actor, user, event, reply, now }) {
    if (isActorGone(state, actor, user)) return 'actor_gone';
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    putIdempotencyRecord(state, reply);
    endSessions(state, user, null);
    append(state.events, user.id, event);
    return 'ended';
  },
  async endOthers({ event, reply, now, ...own }) {
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!isSessionAsRead(state, own.user, own.session)) return 'changed';
    putIdempotencyRecord(state, reply);
    ownChange(state, own);
    append(state.events, own.user.id, event);
    return 'ended';
  },
});

const securityEvents = (state: State): SecurityEvents => ({
  async put(userId, event) {
    if (!state.events.get(userId)?.some(({ id }) => id === event.id)) append(state.events, userId, event);
  },
  async page(userId, limit, before) {
    const { records, ...rest } = newestFirst(state.events.get(userId) ?? [], limit, before);
    return { events: records, ...rest };
  },
});

const passwordResets = (state: State): PasswordResets => ({
  request: async (request) => void state.passwordResets.set(request.id, request),
});

const notices = (state: State): Notices => ({
  async isDue({ userId, mail, about, eventId, now, notSince }) {
    const noted = state.notices.get(`${userId} ${mail} ${about}`);
    if (noted && noted.sentAt > notSince && noted.eventId !== eventId) return false;
    state.notices.set(`${userId} ${mail} ${about}`, { sentAt: now, eventId });
    return true;
  },
});

/** The item behind a notification: two users may each have one with the same id. */
const itemOf = (notification: Notification): string =>
  notification.kind === 'password_reset' ? idOf(notification) : at(notification.userId, idOf(notification));

const deliveries = (state: State): Deliveries => ({
  isDue: async (notification) => !state.delivered.has(itemOf(notification)) && !state.refused.has(itemOf(notification)),
  done: async (notification) => void state.delivered.add(itemOf(notification)),
  refused: async (notification, now) => void state.refused.set(itemOf(notification), now),
});

const watches = (state: State): Watches => ({
  async add(watch) {
    const key = `${watch.userId} ${Math.floor(watch.expiresAt / MINUTE)}`;
    if (!state.watches.has(key)) state.watches.set(key, watch);
  },
  async *over(since, until) {
    const minute = (at: number) => Math.floor(at / MINUTE);
    yield* [...state.watches.values()].filter(
      ({ expiresAt }) => minute(expiresAt) >= minute(since) && minute(expiresAt) < minute(until),
    );
  },
  lookedUntil: async () => state.looked.get('until') ?? null,
  markLooked: async (until) => void state.looked.set('until', until),
  remove: async ({ userId, expiresAt }) => void state.watches.delete(`${userId} ${Math.floor(expiresAt / MINUTE)}`),
});

const setups = (state: State, security: SecuritySettings): Setups => ({
  put: async (userId, setup) => void state.setups.set(userId, structuredClone(setup)),
  async refundAttempt(userId, setupId, { name }) {
    const setup = state.setups.get(userId);
    if (setup?.setupId !== setupId || state.reserved.get(`setup ${name}`) === undefined) return;
    state.reserved.delete(`setup ${name}`);
    setup.attempts -= 1;
  },
  async reserveAttempt(userId, setupId, name, now) {
    const setup = state.setups.get(userId);
    if (setup?.setupId !== setupId || isOver(setup.expiresAt, now)) return null;
    if (setup.attempts >= security.setupAttempts) return null;
    setup.attempts += 1;
    state.reserved.set(`setup ${name}`, setupId);
    return structuredClone(setup);
  },
});

const organizations = (state: State): Organizations => ({
  get: async (id) => copy(state.organizations.get(id)),
  create: async (organization) => void state.organizations.set(organization.id, structuredClone(organization)),
  async setTwoFactorPolicy({ organizationId, policy, actor, event }) {
    if (isActorGone(state, actor)) return 'actor_gone';
    const organization = state.organizations.get(organizationId);
    if (!organization) return 'not_found';
    organization.twoFactorPolicy = policy;
    append(state.events, actor.id, event);
    return 'set';
  },
  async setDomains(organizationId, domains) {
    const organization = state.organizations.get(organizationId);
    if (!organization) return 'not_found';
    organization.domains = domains;
    return 'set';
  },
  administrators: async (organizationId) => administratorsOf(state, organizationId),
});

const brands = (state: State): Brands => ({
  async change({ organization, name, brand, logo, by }) {
    if (by && isActorGone(state, by.actor)) return 'actor_gone';
    const stored = state.organizations.get(organization.id);
    const isAsRead = stored?.name === organization.name && stored.brand?.version === organization.brand?.version;
    if (!stored || !isAsRead) return 'changed';
    Object.assign(stored, structuredClone({ name, brand }));
    if (logo) state.logos.set(at(organization.id, logo.id), structuredClone(logo));
    if (by) append(state.events, by.actor.id, by.event);
    return 'set';
  },
  logo: async (organizationId, logoId) => copy(state.logos.get(at(organizationId, logoId))),
});

const credentials = (state: State): Credentials => ({
  find: async (email) => copy(state.credentials.get(email)),
  async rehash({ email, passwordHash: verified }, passwordHash) {
    const credential = state.credentials.get(email);
    if (credential?.passwordHash === verified) Object.assign(credential ?? {}, { passwordHash });
  },
  async replace({ passwordHash, event, reply, now, ...own }) {
    const { user } = own;
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!isSessionAsRead(state, user, own.session)) return 'changed';
    putIdempotencyRecord(state, reply);
    const passwordVersion = user.passwordVersion + 1;
    Object.assign(state.credentials.get(user.email) ?? {}, { passwordHash, passwordVersion });
    ownChange(state, own).passwordVersion = passwordVersion;
    append(state.events, user.id, event);
    return 'replaced';
  },
});

const adoptions = (state: State): Adoptions => {
  const get = async (organizationId: string) => {
    const all = [...state.users.values()].filter((user) => user.organizationId === organizationId);
    const enabled = all.filter(({ twoFactorEnabledAt }) => twoFactorEnabledAt !== undefined).length;
    return { enabled, disabled: all.length - enabled };
  };
  return {
    get,
    async keepDay(organizationId, day) {
      state.adoptionDays.set(`${organizationId} ${day}`, { day, ...(await get(organizationId)) });
    },
    days: async (organizationId, most) =>
      [...state.adoptionDays]
        .filter(([key]) => key.startsWith(`${organizationId} `))
        .map(([, kept]) => kept)
        .sort((a, b) => (a.day < b.day ? -1 : 1))
        .slice(-most),
    rebuild: async () => true,
  };
};

const idempotencyRecords = (state: State): IdempotencyRecords => ({
  get: async (id) => copy(state.replies.get(id)),
});

/** What moving an address refuses; nothing is written. */
const moveRefusal = (state: State, { user, credential, to }: Move): 'email_taken' | 'changed' | null => {
  if (state.credentials.has(to)) return 'email_taken';
  const stored = state.credentials.get(credential.email);
  const isAsRead = stored?.userId === user.id && stored.passwordHash === credential.passwordHash;
  return isAsRead && state.users.get(user.id)?.authVersion === user.authVersion ? null : 'changed';
};
const moveAddress = (state: State, { user, credential, to }: Move): void => {
  state.credentials.delete(credential.email);
  state.credentials.set(to, { ...credential, email: to });
  (state.users.get(user.id) as User).email = to;
};

const addresses = (state: State): Addresses => ({
  async confirm({ token, event, reply, now, ...move }) {
    const { user } = move;
    if ((state.passwordTokens.get(at(user.id, token.hash))?.expiresAt ?? 0) <= now) return 'token_gone';
    const refusal = moveRefusal(state, move);
    if (refusal) return refusal;
    if (!isReplyFree(state, reply, now)) return 'changed';
    putIdempotencyRecord(state, reply);
    state.passwordTokens.delete(at(user.id, token.hash));
    endSessions(state, user, null).invitations += 1;
    moveAddress(state, move);
    append(state.events, user.id, event);
    return 'moved';
  },
  async correct({ actor, event, ...move }) {
    const { user } = move;
    if (isActorGone(state, actor)) return 'actor_gone';
    const refusal = moveRefusal(state, move);
    if (refusal) return refusal;
    endSessions(state, user, null).invitations += 1;
    moveAddress(state, move);
    append(state.events, user.id, event);
    return 'moved';
  },
});

/** Whether nothing that decides about a deletion has changed, and the session, if any, has not ended. */
const isStillSo = (state: State, read: User, session: Session | undefined): boolean => {
  const stored = state.users.get(read.id);
  if (!stored) return false;
  const fields = ['authVersion', 'status', 'permissions'] as const;
  const isAsRead = fields.every((field) => String(stored[field]) === String(read[field]));
  return isAsRead && (session === undefined || session.hash in stored.sessions);
};

const deletions = (state: State): Deletions => ({
  async delete({ user, erasure, session, by, reply, now, evenLast }) {
    if (isActorGone(state, by?.actor ?? null, user)) return 'actor_gone';
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!isStillSo(state, user, session)) return 'changed';
    if (!evenLast && isLastAdministrator(state, user, { ...user, status: 'suspended' })) return 'last_administrator';
    putIdempotencyRecord(state, reply);
    state.users.delete(user.id);
    state.credentials.delete(user.email);
    for (const items of [state.twoFactors, state.recoveryCodes, state.setups]) items.delete(user.id);
    state.erasures.set(erasure.id, structuredClone(erasure));
    if (by) append(state.events, by.actor.id, by.event);
    return 'deleted';
  },
  async *due(before) {
    for (const erasure of [...state.erasures.values()]) if (erasure.at <= before) yield structuredClone(erasure);
  },
  async eraseItems(userId) {
    for (const items of [state.sessions, state.passwordTokens]) {
      for (const key of items.keys()) if (key.startsWith(`${userId}/`)) items.delete(key);
    }
    state.signIns.delete(userId);
    state.events.delete(userId);
  },
  async done({ id }) {
    state.erasures.delete(id);
  },
});

/** All stores on one state. */
export const memoryStores = (state: State = emptyState(), security: SecuritySettings = defaultSecurity) => ({
  organizations: organizations(state),
  brands: brands(state),
  credentials: credentials(state),
  users: users(state),
  passwordTokens: passwordTokens(state),
  sessions: sessions(state),
  securityEvents: securityEvents(state),
  passwordResets: passwordResets(state),
  notices: notices(state),
  deliveries: deliveries(state),
  watches: watches(state),
  signIns: signIns(state, security),
  twoFactors: twoFactors(state, security),
  limits: limits(state, security),
  setups: setups(state, security),
  recoveryCodeSets: recoveryCodeSets(state),
  idempotencyRecords: idempotencyRecords(state),
  adoptions: adoptions(state),
  deletions: deletions(state),
  addresses: addresses(state),
});
export type Stores = ReturnType<typeof memoryStores>;
