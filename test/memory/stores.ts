import type { Deliveries, Watches } from '../../shared/delivery-ports.ts';
import { makeRoomForChallenge } from '../../shared/domain/challenge.ts';
import type { Guesser, TwoFactor } from '../../shared/domain/entities/two-factor.ts';
import type { User } from '../../shared/domain/entities/user.ts';
import { idOf } from '../../shared/domain/happening.ts';
import { isOver, MINUTE } from '../../shared/domain/instant.ts';
import { defaultNumbers, type Numbers } from '../../shared/domain/numbers.ts';
import { sourceOf } from '../../shared/domain/source.ts';
import {
  failureInterval,
  isWait,
  spendAttempt,
  spendGuess,
  spendSource,
  type Wait,
} from '../../shared/domain/throttle.ts';
import type { RecoveryCodeSets, SecondFactorProof, Setups, TwoFactors } from '../../shared/factor-ports.ts';
import type { Limits } from '../../shared/limit-ports.ts';
import type {
  Adoptions,
  Credentials,
  KeptReplies,
  Organizations,
  PasswordResets,
  PasswordTokens,
  SecurityEvents,
  Sessions,
  SignIns,
  Users,
} from '../../shared/store-ports.ts';
import {
  consume,
  endSessions,
  isAsRead,
  isConsumable,
  isReplyFree,
  isSessionAsRead,
  keepReply,
  maySignIn,
  writeSignIn,
} from './changes.ts';
import { append, at, copy, emptyState, type State } from './state.ts';

const users = (state: State): Users => {
  const isEnabled = (user: User) => user.twoFactorEnabledAt !== undefined;
  return {
    get: async (userId) => copy(state.users.get(userId)),
    async page({ organizationId, twoFactor, prefix, limit, after }) {
      const fits = [...state.users.values()]
        .filter((user) => user.organizationId === organizationId && user.email.startsWith(prefix))
        .filter((user) => twoFactor === undefined || isEnabled(user) === (twoFactor === 'enabled'))
        .filter((user) => after === undefined || user.email > after)
        .sort((a, b) => (a.email < b.email ? -1 : 1));
      const shown = fits.slice(0, limit).map((user) => structuredClone(user));
      const last = shown.at(-1);
      return { users: shown, ...(fits.length > limit && last && { next: last.email }) };
    },
    async create({ user, invitation, event, reply, now }) {
      if (state.credentials.has(user.email) || state.users.has(user.id)) return 'email_taken';
      if (!isReplyFree(state, reply, now)) return 'done_before';
      keepReply(state, reply);
      const { email, id: userId, organizationId, passwordVersion } = user;
      state.credentials.set(email, { email, userId, organizationId, passwordVersion });
      state.users.set(userId, structuredClone(user));
      state.passwordTokens.set(at(userId, invitation.hash), invitation);
      append(state.events, userId, event);
      return 'created';
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
    async remind({ user, event, notSince }) {
      const stored = state.users.get(user.id);
      const isDue = stored?.remindedAt === undefined || stored.remindedAt <= notSince;
      if (stored?.status !== 'active' || isEnabled(stored) || !isDue) return 'not_due';
      stored.remindedAt = event.at;
      append(state.events, user.id, event);
      return 'reminded';
    },
    async update({ user, to, event }) {
      const stored = state.users.get(user.id);
      const isAsRead = (['authVersion', 'status', 'name'] as const).every((field) => stored?.[field] === user[field]);
      if (!stored || !isAsRead || String(stored.permissions) !== String(user.permissions)) return 'changed';
      if (to.status !== user.status) endSessions(state, user, null);
      Object.assign(stored, structuredClone(to));
      append(state.events, user.id, event);
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

const signIns = (state: State, numbers: Numbers): SignIns => ({
  readAccount: async (userId, organizationId) => ({
    user: copy(state.users.get(userId)),
    twoFactor: copy(state.twoFactors.get(userId)),
    organization: copy(state.organizations.get(organizationId)),
  }),
  async completeWithPassword(record) {
    if (state.twoFactors.has(record.user.id) || !maySignIn(state, record, numbers)) return 'changed';
    writeSignIn(state, record, numbers);
    return 'completed';
  },
  async completeWithSecondFactor({ challengeHash, proof, reply, ...record }) {
    const { id } = record.user;
    const challenges = state.twoFactors.get(id)?.challenges ?? {};
    if (!(challengeHash in challenges)) return 'challenge_gone';
    if (!isConsumable(state, id, proof)) return 'code_used';
    if (!maySignIn(state, record, numbers)) return 'changed';
    delete challenges[challengeHash];
    keepReply(state, reply);
    consume(state, id, proof);
    writeSignIn(state, record, numbers);
    return 'completed';
  },
  async page(userId, limit, before) {
    const { records, ...rest } = newestFirst(state.signIns.get(userId) ?? [], limit, before);
    return { signIns: records, ...rest };
  },
});

const spendGuesses = (
  twoFactor: TwoFactor,
  guesser: Guesser,
  kind: SecondFactorProof['kind'],
  now: number,
  numbers: Numbers,
): Wait | null => {
  const decision = spendGuess(twoFactor.guesses[guesser], kind, now, numbers);
  if (isWait(decision)) return decision;
  Object.assign(twoFactor.guesses[guesser], decision.next);
  return null;
};

const limits = (state: State, numbers: Numbers): Limits => ({
  async takeSource(ip, now) {
    const decision = spendSource(state.sources.get(sourceOf(ip)) ?? null, now, numbers);
    if (isWait(decision)) return decision;
    state.sources.set(sourceOf(ip), decision.next);
    return null;
  },
  async giveBackSource(ip) {
    const source = state.sources.get(sourceOf(ip));
    if (source) source.failures -= failureInterval(numbers);
  },
  async takePassword({ subject, device: sent }, now) {
    const device = state.devices.get(sent?.hash ?? '');
    const isKnown = device?.knownAs === sent?.knownAs && device !== undefined && !isOver(device.expiresAt, now);
    const decision = spendAttempt(isKnown ? device.state : (state.failures.get(subject) ?? null), now, numbers);
    if (isWait(decision)) return decision;
    if (isKnown) {
      device.state = decision.next;
      return { chargedTo: 'device', passedSecondFactor: device.passedSecondFactor };
    }
    state.failures.set(subject, decision.next);
    return { chargedTo: 'subject' };
  },
  async clearPassword({ subject, device: sent }, { chargedTo }) {
    const device = state.devices.get(sent?.hash ?? '');
    if (chargedTo === 'subject') state.failures.delete(subject);
    else if (device) Object.assign(device.state, { count: 0, notBefore: 0 });
  },
  async rememberDevice({ hash, now, ...device }) {
    state.devices.set(hash, { ...device, state: { count: 0, notBefore: 0, lastAt: now } });
  },
});

const twoFactors = (state: State, numbers: Numbers): TwoFactors => ({
  get: async (userId) => copy(state.twoFactors.get(userId)),
  async startChallenge(userId, read, { hash, challenge, now }) {
    const stored = state.twoFactors.get(userId);
    const ended = makeRoomForChallenge(read, now, numbers);
    const most = numbers.challengesPerUser + ended.length - 1;
    if (stored?.generation !== read.generation || !ended.every((old) => old in stored.challenges)) return 'changed';
    if (Object.keys(stored.challenges).length > most) return 'changed';
    for (const old of ended) delete stored.challenges[old];
    stored.challenges[hash] = { ...challenge };
    if (!challenge.fromKnownDevice) stored.watched = hash;
    return 'started';
  },
  async reserveAttempt({ userId, challengeHash, kind, now }) {
    const twoFactor = state.twoFactors.get(userId);
    const challenge = twoFactor?.challenges[challengeHash];
    if (!twoFactor || !challenge || isOver(challenge.expiresAt, now)) return null;
    if (challenge.attempts >= numbers.challengeAttempts) return null;
    const wait = spendGuesses(twoFactor, challenge.fromKnownDevice ? 'device' : 'stranger', kind, now, numbers);
    if (wait) return wait;
    challenge.attempts += 1;
    return structuredClone({ twoFactor, challenge });
  },
  async reserveGuess({ userId, kind, guesser, now }) {
    const twoFactor = state.twoFactors.get(userId);
    if (!twoFactor) return null;
    return spendGuesses(twoFactor, guesser, kind, now, numbers) ?? structuredClone(twoFactor);
  },
  async confirmIdentity({ user, session, rotated, proof }) {
    const stored = state.users.get(user.id);
    if (!isAsRead(state, user) || !stored || !(session.hash in stored.sessions)) return 'changed';
    if (!proof && state.twoFactors.has(user.id)) return 'changed';
    if (proof && !isConsumable(state, user.id, proof)) return 'code_used';
    if (proof) consume(state, user.id, proof);
    delete stored.sessions[session.hash];
    stored.sessions[rotated.hash] = rotated.createdAt;
    state.sessions.delete(at(user.id, session.hash));
    state.sessions.set(at(user.id, rotated.hash), structuredClone(rotated));
    return 'confirmed';
  },
  async enable({ user, session, setup, replaced, twoFactor, recoveryCodes, event, reply, now }) {
    const pending = state.setups.get(user.id);
    if (pending?.setupId !== setup.setupId || isOver(pending.expiresAt, now)) return 'setup_gone';
    if (state.twoFactors.get(user.id)?.generation !== replaced?.generation) return 'changed';
    if (!isSessionAsRead(state, user, session)) return 'changed';
    keepReply(state, reply);
    state.setups.delete(user.id);
    state.twoFactors.set(user.id, structuredClone(twoFactor));
    state.recoveryCodes.set(user.id, structuredClone(recoveryCodes));
    endSessions(state, user, session).twoFactorEnabledAt = twoFactor.enabledAt;
    Object.assign(state.sessions.get(at(user.id, session.hash)) ?? {}, {
      identityConfirmedAt: now,
      secondFactorConfirmed: true,
    });
    append(state.events, user.id, event);
    return 'enabled';
  },
  async issueOneTimePass({ user, pass, event }) {
    const twoFactor = state.twoFactors.get(user.id);
    if (!twoFactor) return 'not_enabled';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    twoFactor.oneTimePass = { ...pass };
    append(state.events, user.id, event);
    return 'issued';
  },
  async disable({ user, session, event }) {
    if (!state.twoFactors.has(user.id)) return 'not_enabled';
    if (!isSessionAsRead(state, user, session)) return 'changed';
    state.twoFactors.delete(user.id);
    state.recoveryCodes.delete(user.id);
    state.setups.delete(user.id);
    delete endSessions(state, user, session).twoFactorEnabledAt;
    append(state.events, user.id, event);
    return 'disabled';
  },
});

const recoveryCodeSets = (state: State): RecoveryCodeSets => ({
  get: async (userId) => copy(state.recoveryCodes.get(userId)),
  find: async (userId, hash) => copy(state.recoveryCodes.get(userId)?.codes[hash]),
  async regenerate({ user, session, recoveryCodes, event, reply, now }) {
    if (!isReplyFree(state, reply, now)) return 'done_before';
    if (!state.recoveryCodes.has(user.id)) return 'not_enabled';
    if (!isSessionAsRead(state, user, session)) return 'changed';
    keepReply(state, reply);
    state.recoveryCodes.set(user.id, structuredClone(recoveryCodes));
    endSessions(state, user, session);
    append(state.events, user.id, event);
    return 'regenerated';
  },
});

const passwordTokens = (state: State): PasswordTokens => ({
  get: async (userId, hash) => copy(state.passwordTokens.get(at(userId, hash))),
  async issue(userId, token, event) {
    if (state.users.get(userId)?.passwordVersion !== token.passwordVersion) return 'changed';
    state.passwordTokens.set(at(userId, token.hash), structuredClone(token));
    append(state.events, userId, event);
    return 'issued';
  },
  add: async (userId, token) => void state.passwordTokens.set(at(userId, token.hash), structuredClone(token)),
  async exchange({ user, token, next, event, now }) {
    const stored = state.passwordTokens.get(at(user.id, token.hash));
    if (!stored || isOver(stored.expiresAt, now)) return 'token_gone';
    if (!isSessionAsRead(state, user, null)) return 'changed';
    state.passwordTokens.delete(at(user.id, token.hash));
    state.passwordTokens.set(at(user.id, next.hash), structuredClone(next));
    endSessions(state, user, null);
    append(state.events, user.id, event);
    return 'exchanged';
  },
  async redeem({ user, token, passwordHash, event, now }) {
    const stored = state.passwordTokens.get(at(user.id, token.hash));
    const credential = state.credentials.get(user.email);
    if (!stored || isOver(stored.expiresAt, now)) return 'token_gone';
    if (!credential || !isSessionAsRead(state, user, null)) return 'changed';
    state.passwordTokens.delete(at(user.id, token.hash));
    const passwordVersion = user.passwordVersion + 1;
    Object.assign(credential, { passwordHash, passwordVersion });
    endSessions(state, user, null).passwordVersion = passwordVersion;
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
  async end(userId, hash, event) {
    delete state.users.get(userId)?.sessions[hash];
    const hasEnded = state.sessions.delete(at(userId, hash));
    if (hasEnded && event) append(state.events, userId, event);
    return hasEnded;
  },
  list: async (user) => Object.keys(user.sessions).flatMap((hash) => copy(state.sessions.get(at(user.id, hash))) ?? []),
  async endOthers({ user, session, event }) {
    if (!isSessionAsRead(state, user, session)) return 'changed';
    endSessions(state, user, session);
    append(state.events, user.id, event);
    return 'ended';
  },
});

const securityEvents = (state: State): SecurityEvents => ({
  put: async (userId, event) => append(state.events, userId, event),
  async page(userId, limit, before) {
    const { records, ...rest } = newestFirst(state.events.get(userId) ?? [], limit, before);
    return { events: records, ...rest };
  },
});

const passwordResets = (state: State): PasswordResets => ({
  request: async (request) => void state.passwordResets.set(request.id, request),
});

const deliveries = (state: State): Deliveries => ({
  isDue: async (happening) => !state.delivered.has(idOf(happening)),
  done: async (happening) => void state.delivered.add(idOf(happening)),
});

const watches = (state: State): Watches => ({
  add: async (watch) => void state.watches.set(watch.hash, watch),
  async *over(since, until) {
    const minute = (at: number) => Math.floor(at / MINUTE);
    yield* [...state.watches.values()].filter(
      ({ expiresAt }) => minute(expiresAt) >= minute(since) && minute(expiresAt) < minute(until),
    );
  },
  remove: async ({ hash }) => void state.watches.delete(hash),
});

const setups = (state: State, numbers: Numbers): Setups => ({
  put: async (userId, setup) => void state.setups.set(userId, structuredClone(setup)),
  async reserveAttempt(userId, setupId, now) {
    const setup = state.setups.get(userId);
    if (setup?.setupId !== setupId || isOver(setup.expiresAt, now)) return null;
    if (setup.attempts >= numbers.setupAttempts) return null;
    setup.attempts += 1;
    return structuredClone(setup);
  },
});

const organizations = (state: State): Organizations => ({
  get: async (id) => copy(state.organizations.get(id)),
  create: async (organization) => void state.organizations.set(organization.id, structuredClone(organization)),
  async setTwoFactorPolicy({ organizationId, policy, actor, event }) {
    Object.assign(state.organizations.get(organizationId) ?? {}, { twoFactorPolicy: policy });
    append(state.events, actor.id, event);
  },
});

const credentials = (state: State): Credentials => ({
  find: async (email) => copy(state.credentials.get(email)),
  async rehash({ email, passwordHash: verified }, passwordHash) {
    const credential = state.credentials.get(email);
    if (credential?.passwordHash === verified) Object.assign(credential ?? {}, { passwordHash });
  },
  async replace({ user, session, passwordHash, event }) {
    if (!isSessionAsRead(state, user, session)) return 'changed';
    const passwordVersion = user.passwordVersion + 1;
    Object.assign(state.credentials.get(user.email) ?? {}, { passwordHash, passwordVersion });
    endSessions(state, user, session).passwordVersion = passwordVersion;
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

const keptReplies = (state: State): KeptReplies => ({
  get: async (id) => copy(state.replies.get(id)),
});

/** All stores over one state. */
export const memoryStores = (state: State = emptyState(), numbers: Numbers = defaultNumbers) => ({
  organizations: organizations(state),
  credentials: credentials(state),
  users: users(state),
  passwordTokens: passwordTokens(state),
  sessions: sessions(state),
  securityEvents: securityEvents(state),
  passwordResets: passwordResets(state),
  deliveries: deliveries(state),
  watches: watches(state),
  signIns: signIns(state, numbers),
  twoFactors: twoFactors(state, numbers),
  limits: limits(state, numbers),
  setups: setups(state, numbers),
  recoveryCodeSets: recoveryCodeSets(state),
  keptReplies: keptReplies(state),
  adoptions: adoptions(state),
});
export type Stores = ReturnType<typeof memoryStores>;
