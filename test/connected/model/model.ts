/*
 * What a user's account is, as far as its second factor goes: small enough to be read, and pure. A command that the
 * product answered is put to it: it says what the account is then, or that the answer was not possible.
 */

export type Account = {
  isSuspended: boolean;
  factor: { secret: string; lastStep: number } | null;
  /** The codes that somebody was shown and that work; `unseen` are replacements nobody was shown yet. */
  codes: readonly string[];
  unseen: number;
  pending: { setupId: string; secret: string; attempts: number } | null;
  /** Live challenges, oldest first. */
  challenges: readonly string[];
  /** Live sessions, oldest first. */
  sessions: readonly string[];
  /** Attempts at the second factor since the last success that may have counted as failures. */
  failures: number;
  /** The same for the password: a suspended user's right one fails, too. */
  passwordFailures: number;
};

export const newAccount: Account = {
  isSuspended: false,
  factor: null,
  codes: [],
  unseen: 0,
  pending: null,
  challenges: [],
  sessions: [],
  failures: 0,
  passwordFailures: 0,
};

export type Command =
  | { name: 'password' }
  | { name: 'begin' | 'regenerate' | 'disable' | 'show' | 'signOut'; session: string }
  | { name: 'confirm'; session: string; setupId: string; isRight: boolean; step: number }
  | { name: 'totp'; challenge: string; secret: string; step: number }
  | { name: 'redeem'; challenge: string; code: string }
  | { name: 'reset' | 'suspend' | 'resume' };

export type Outcome = {
  status: number;
  code?: string | undefined;
  session?: string | undefined;
  challenge?: string | undefined;
  setup?: { setupId: string; secret: string } | undefined;
  codes?: readonly string[] | undefined;
};

const CHALLENGES = 3;
const SESSIONS = 10;
/** Five are free; those at the same time are charged before any of them is looked at. */
const FREE_FAILURES = 5 - 2;
const SETUP_ATTEMPTS = 5;

const without = (list: readonly string[], entry: string): string[] => list.filter((other) => other !== entry);
const refused = ({ status, code }: Outcome, expected: number, name: string): boolean =>
  status === expected && code === name;

/** The account with another session, the oldest of too many gone. */
const signedIn = (account: Account, session: string): Account => ({
  ...account,
  sessions: [...account.sessions, session].slice(-SESSIONS),
});
/** Every change of the factor ends challenges, and all sessions but the one that made it. */
const onlySession = (account: Account, session: string): Account => ({
  ...account,
  sessions: [session],
  challenges: [],
});
const off = (account: Account): Account => ({ ...account, factor: null, codes: [], unseen: 0, pending: null });

const password = (before: Account, outcome: Outcome): Account | null => {
  const account = outcome.status === 200 ? { ...before, passwordFailures: 0 } : before;
  if (outcome.status === 429) return account.passwordFailures >= FREE_FAILURES ? account : null;
  if (account.isSuspended) {
    const failed = { ...account, passwordFailures: account.passwordFailures + 1 };
    return refused(outcome, 401, 'credentials_invalid') ? failed : null;
  }
  if (outcome.status !== 200) return null;
  if (!account.factor) return outcome.session === undefined ? null : signedIn(account, outcome.session);
  if (outcome.challenge === undefined) return null;
  return { ...account, challenges: [...account.challenges, outcome.challenge].slice(-CHALLENGES) };
};

type SecondFactor = Extract<Command, { name: 'totp' | 'redeem' }>;

const secondFactor = (account: Account, command: SecondFactor, outcome: Outcome): Account | null => {
  const failed = { ...account, failures: account.failures + 1 };
  if (outcome.status === 429) return account.failures >= FREE_FAILURES ? account : null;
  const stands = !account.isSuspended && account.factor !== null && account.challenges.includes(command.challenge);
  // A challenge from before a change is still there to be charged: an attempt at it may count.
  if (!stands) return refused(outcome, 401, 'challenge_invalid') ? failed : null;
  const { factor } = account;
  const isRight =
    command.name === 'totp'
      ? factor !== null && command.secret === factor.secret && command.step > factor.lastStep
      : account.codes.includes(command.code);
  if (!isRight) return refused(outcome, 401, 'code_invalid') ? failed : null;
  if (outcome.status !== 200 || outcome.session === undefined || !factor) return null;
  const entered = signedIn(
    { ...account, challenges: without(account.challenges, command.challenge), failures: 0 },
    outcome.session,
  );
  return command.name === 'totp'
    ? { ...entered, factor: { ...factor, lastStep: command.step } }
    : { ...entered, codes: without(account.codes, command.code), unseen: account.unseen + 1 };
};

type Confirm = Extract<Command, { name: 'confirm' }>;

const confirm = (account: Account, { session, setupId, isRight, step }: Confirm, outcome: Outcome): Account | null => {
  const { pending } = account;
  if (pending?.setupId !== setupId || pending.attempts >= SETUP_ATTEMPTS) {
    return refused(outcome, 409, 'setup_invalid') ? account : null;
  }
  if (!isRight) {
    const tried = { ...account, pending: { ...pending, attempts: pending.attempts + 1 } };
    return refused(outcome, 401, 'code_invalid') ? tried : null;
  }
  if (outcome.status !== 200 || outcome.codes?.length !== 8) return null;
  return {
    ...onlySession(account, session),
    ...{
      factor: { secret: pending.secret, lastStep: step },
      codes: outcome.codes,
      unseen: 0,
      pending: null,
      failures: 0,
    },
  };
};

type OfSession = Extract<Command, { name: 'begin' | 'regenerate' | 'disable' | 'show' | 'signOut' }>;

const ofSession = (account: Account, { name, session }: OfSession, outcome: Outcome): Account | null => {
  if (name === 'begin') {
    return outcome.setup ? { ...account, pending: { ...outcome.setup, attempts: 0 } } : null;
  }
  if (name === 'signOut') {
    return outcome.status === 204 ? { ...account, sessions: without(account.sessions, session) } : null;
  }
  if (!account.factor) return refused(outcome, 409, 'two_factor_not_enabled') ? account : null;
  if (name === 'disable') return outcome.status === 204 ? onlySession(off(account), session) : null;
  if (outcome.status !== 200 || outcome.codes?.length !== 8) return null;
  const seen = { ...account, codes: outcome.codes, unseen: 0 };
  if (name === 'regenerate') return onlySession(seen, session);
  // What is shown is what works: all that were known, and as many more as were replaced.
  return account.codes.every((code) => outcome.codes?.includes(code)) && account.codes.length + account.unseen === 8
    ? seen
    : null;
};

/** The account after a command that was answered so, or null: such an answer was not possible. */
export const accept = (account: Account, command: Command, outcome: Outcome): Account | null => {
  switch (command.name) {
    case 'password':
      return password(account, outcome);
    case 'totp':
    case 'redeem':
      return secondFactor(account, command, outcome);
    case 'suspend':
      return { ...account, isSuspended: true };
    case 'resume':
      return { ...account, isSuspended: false };
    case 'reset':
      if (!account.factor) return outcome.status === 409 ? account : null;
      return outcome.status === 204 ? { ...off(account), sessions: [], challenges: [] } : null;
    default: {
      const isAlive = !account.isSuspended && account.sessions.includes(command.session);
      if (!isAlive) return refused(outcome, 401, 'session_required') ? account : null;
      return command.name === 'confirm' ? confirm(account, command, outcome) : ofSession(account, command, outcome);
    }
  }
};

const refusals: [status: number, code: string][] = [
  ...(['session_required', 'credentials_invalid', 'challenge_invalid', 'code_invalid'] as const).map(
    (code): [number, string] => [401, code],
  ),
  [409, 'setup_invalid'],
  [409, 'two_factor_not_enabled'],
];

/**
 * Who is refused while others are at work has looked at the account more than once, and is told what held at one of these
 * moments. It had no effect; that it is refused must be explained, the reason need not be.
 */
const acceptBesideOthers = (account: Account, command: Command, outcome: Outcome): Account | null => {
  if (!refusals.some(([status, code]) => refused(outcome, status, code))) return accept(account, command, outcome);
  return refusals.reduce<Account | null>(
    (found, [status, code]) => found ?? accept(account, command, { status, code }),
    null,
  );
};

export type Done = { command: Command; outcome: Outcome };

/**
 * What the account may be after commands that ran at the same time: the ends of all orders in which the answers are
 * possible. None: no order explains them. Who was refused for the others' sake (503) did nothing.
 */
export const explain = (account: Account, done: Done[], isAlone = done.length === 1): Account[] => {
  if (done.length === 0) return [account];
  return done.flatMap(({ command, outcome }, index) => {
    const rest = done.filter((_, other) => other !== index);
    if (outcome.status === 503) return isAlone ? [] : explain(account, rest, isAlone);
    const next = isAlone ? accept(account, command, outcome) : acceptBesideOthers(account, command, outcome);
    return next ? explain(next, rest, isAlone) : [];
  });
};
