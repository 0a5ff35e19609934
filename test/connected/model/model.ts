/*
 * A model of a user's account as far as its second factor is concerned: pure, and small enough to read. Given a command
 * and the product's answer, it returns the resulting account, or says that the answer was impossible.
 */

/** Known devices and strangers are counted separately. */
type Count = { device: number; stranger: number };
type Challenge = { token: string; attempts: number };

export type Account = {
  isSuspended: boolean;
  factor: { generation: string; secret: string; lastTimeStep: number } | null;
  /** The working codes that someone was shown; `unseen` are replacements that no one was shown yet. */
  codes: readonly string[];
  unseen: number;
  pending: { setupId: string; secret: string; attempts: number } | null;
  /** Live challenges, oldest first. */
  challenges: readonly Challenge[];
  /** Live sessions, oldest first. */
  sessions: readonly string[];
  /** Devices that have signed in, and the enrollment that they have passed. */
  devices: Readonly<Record<string, string | null>>;
  /** Codes from the app since the last success that may have counted as failures. */
  failures: Count;
  /** The same for the password, of strangers and of each device: a suspended user's correct password also fails. */
  passwordFailures: Readonly<Record<string, number>>;
  /** What may have been spent of the mail budget. */
  notices: number;
};

export const newAccount: Account = {
  isSuspended: false,
  factor: null,
  codes: [],
  unseen: 0,
  pending: null,
  challenges: [],
  sessions: [],
  devices: {},
  failures: { device: 0, stranger: 0 },
  passwordFailures: {},
  notices: 0,
};

export type Command =
  | { name: 'password'; device?: string | undefined }
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
  device?: string | undefined;
  setup?: { setupId: string; secret: string } | undefined;
  codes?: readonly string[] | undefined;
};

/** For strangers, each from its own address, and for known devices. */
const CHALLENGES = { spc: 12, spk: 3 };
const CHALLENGE_ATTEMPTS = 5;
const SESSIONS = 10;
/** Five are free; simultaneous attempts are charged before any of them is compared. */
const FREE_FAILURES = 5 - 2;
const SETUP_ATTEMPTS = 5;
/** 20 at once, two of which may be in progress. */
const FREE_NOTICES = 20 - 2;

const without = (list: readonly string[], entry: string): string[] => list.filter((other) => other !== entry);
const refused = ({ status, code }: Outcome, expected: number, name: string): boolean =>
  status === expected && code === name;

/** The account with another session, without the oldest if there were too many. */
const signedIn = (account: Account, session: string): Account => ({
  ...account,
  sessions: [...account.sessions, session].slice(-SESSIONS),
});
/**
 * Every change of the factor ends challenges, a pending setup and all sessions; the caller's session continues with
 * another token.
 */
const onlySession = (account: Account, session: string): Account => ({
  ...account,
  sessions: [session],
  challenges: [],
  pending: null,
});
const off = (account: Account): Account => ({ ...account, factor: null, codes: [], unseen: 0, pending: null });

type Kind = keyof typeof CHALLENGES;
const kindOf = ({ token }: Pick<Challenge, 'token'>): Kind => (token.startsWith('spk_') ? 'spk' : 'spc');
/** Those that are certainly live: the latest of each kind. */
const newest = (challenges: readonly Challenge[]): Challenge[] =>
  challenges.filter((challenge, index) => {
    const later = challenges.slice(index + 1).filter((other) => kindOf(other) === kindOf(challenge));
    return later.length < CHALLENGES[kindOf(challenge)];
  });

type Password = Extract<Command, { name: 'password' }>;

/** The device if the account knows it; anything else that is sent is a stranger. */
const knownDevice = ({ devices }: Account, { device }: Password): string | undefined =>
  device !== undefined && device in devices ? device : undefined;

/** With 2FA on, the password leads to a challenge, of a separate kind if the device has passed this enrollment. */
const challenged = (account: Account, hasPassed: boolean, { challenge }: Outcome, isAlone: boolean): Account | null => {
  if (challenge === undefined) return null;
  const begun = { token: challenge, attempts: 0 };
  if (kindOf(begun) !== (hasPassed ? 'spk' : 'spc')) return null;
  const challenges = [...account.challenges, begun];
  // Those that start at once may see the same free room.
  return { ...account, challenges: isAlone ? newest(challenges) : challenges };
};

const password = (account: Account, command: Password, outcome: Outcome, isAlone: boolean): Account | null => {
  const known = knownDevice(account, command);
  const counter = known ?? 'stranger';
  const failures = account.passwordFailures[counter] ?? 0;
  const counted = (count: number): Account => ({
    ...account,
    passwordFailures: { ...account.passwordFailures, [counter]: count },
  });
  if (outcome.status === 429) return failures >= FREE_FAILURES ? account : null;
  if (account.isSuspended) return refused(outcome, 401, 'credentials_invalid') ? counted(failures + 1) : null;
  if (outcome.status !== 200) return null;
  const right = counted(0);
  const { factor } = account;
  if (!factor) {
    if (outcome.session === undefined || (outcome.device === undefined) !== (known !== undefined)) return null;
    return signedIn(withDevice(right, outcome.device, null), outcome.session);
  }
  const hasPassed = known !== undefined && account.devices[known] === factor.generation;
  return challenged(right, hasPassed, outcome, isAlone);
};

const withDevice = (account: Account, device: string | undefined, generation: string | null): Account =>
  device === undefined ? account : { ...account, devices: { ...account.devices, [device]: generation } };

type SecondFactor = Extract<Command, { name: 'totp' | 'redeem' }>;
const counterNameOf = (command: SecondFactor): keyof Count =>
  kindOf({ token: command.challenge }) === 'spk' ? 'device' : 'stranger';

/** Only codes from the app can be guessed, and only they cause waits. */
const charged = (account: Account, command: SecondFactor): Account => {
  if (command.name === 'redeem') return account;
  const counterName = counterNameOf(command);
  return { ...account, failures: { ...account.failures, [counterName]: account.failures[counterName] + 1 } };
};

type Factor = NonNullable<Account['factor']>;

const isRightAnswer = ({ codes }: Account, { secret, lastTimeStep }: Factor, command: SecondFactor): boolean =>
  command.name === 'totp' ? command.secret === secret && command.step > lastTimeStep : codes.includes(command.code);

/** `rest`: the account without the challenge that was answered. */
const entered = (rest: Account, factor: Factor, command: SecondFactor, outcome: Outcome): Account | null => {
  if (outcome.status !== 200 || outcome.session === undefined) return null;
  const counterName = counterNameOf(command);
  // A known device needs no other name.
  if ((outcome.device === undefined) !== (counterName === 'device')) return null;
  const proven = { ...rest, failures: { ...rest.failures, [counterName]: 0 } };
  const account = signedIn(withDevice(proven, outcome.device, factor.generation), outcome.session);
  return command.name === 'totp'
    ? { ...account, factor: { ...factor, lastTimeStep: command.step } }
    : { ...account, codes: without(account.codes, command.code), unseen: account.unseen + 1 };
};

const secondFactor = (account: Account, command: SecondFactor, outcome: Outcome): Account | null => {
  if (outcome.status === 429) {
    return command.name === 'totp' && account.failures[counterNameOf(command)] >= FREE_FAILURES ? account : null;
  }
  const challenge = account.challenges.find(({ token }) => token === command.challenge);
  const isDead = refused(outcome, 401, 'challenge_invalid');
  const { factor } = account;
  // A dead challenge costs no one anything.
  if (account.isSuspended || !factor || !challenge || challenge.attempts >= CHALLENGE_ATTEMPTS) {
    return isDead ? account : null;
  }
  const others = account.challenges.filter((other) => other !== challenge);
  if (isDead) return newest(account.challenges).includes(challenge) ? null : { ...account, challenges: others };
  if (isRightAnswer(account, factor, command)) {
    return entered({ ...account, challenges: others }, factor, command, outcome);
  }
  if (!refused(outcome, 401, 'code_invalid')) return null;
  const tried = account.challenges.map((other) =>
    other === challenge ? { ...other, attempts: other.attempts + 1 } : other,
  );
  return charged({ ...account, challenges: tried }, command);
};

type Confirm = Extract<Command, { name: 'confirm' }>;

const confirm = (account: Account, { setupId, isRight, step }: Confirm, outcome: Outcome): Account | null => {
  const { pending } = account;
  if (pending?.setupId !== setupId || pending.attempts >= SETUP_ATTEMPTS) {
    return refused(outcome, 409, 'setup_invalid') ? account : null;
  }
  if (!isRight) {
    const tried = { ...account, pending: { ...pending, attempts: pending.attempts + 1 } };
    return refused(outcome, 401, 'code_invalid') ? tried : null;
  }
  if (outcome.status === 429) return account.notices >= FREE_NOTICES ? account : null;
  if (outcome.status !== 200 || outcome.session === undefined || outcome.codes?.length !== 8) return null;
  return {
    ...onlySession(account, outcome.session),
    ...{
      factor: { generation: setupId, secret: pending.secret, lastTimeStep: step },
      codes: outcome.codes,
      unseen: 0,
      failures: { device: 0, stranger: 0 },
      notices: account.notices + 1,
    },
  };
};

type OfSession = Extract<Command, { name: 'begin' | 'regenerate' | 'disable' | 'show' | 'signOut' }>;

/** All eight codes are on the screen: new ones, or those that work. */
const withCodesSeen = (account: Account, name: 'regenerate' | 'show', outcome: Outcome): Account | null => {
  const { codes } = outcome;
  if (outcome.status !== 200 || codes?.length !== 8) return null;
  const seen = { ...account, codes, unseen: 0 };
  if (name === 'regenerate') return outcome.session ? onlySession(seen, outcome.session) : null;
  // What is shown is what works: all known codes, and as many others as were replaced.
  const isWhatWorks = account.codes.every((code) => codes.includes(code));
  return isWhatWorks && account.codes.length + account.unseen === 8 ? seen : null;
};

const disabled = (account: Account, { status, session }: Outcome): Account | null =>
  status === 200 && session ? onlySession(off(account), session) : null;

const ofSession = (account: Account, { name, session }: OfSession, outcome: Outcome): Account | null => {
  if (name === 'begin') {
    return outcome.setup ? { ...account, pending: { ...outcome.setup, attempts: 0 } } : null;
  }
  if (name === 'signOut') {
    return outcome.status === 204 ? { ...account, sessions: without(account.sessions, session) } : null;
  }
  if (outcome.status === 429) return account.notices >= FREE_NOTICES ? account : null;
  const noted = { ...account, notices: account.notices + 1 };
  if (!account.factor) return refused(outcome, 409, 'two_factor_not_enabled') ? noted : null;
  if (name === 'disable') return disabled(noted, outcome);
  return withCodesSeen(noted, name, outcome);
};

const reset = (account: Account, { status }: Outcome): Account | null => {
  if (!account.factor) return status === 409 ? account : null;
  return status === 204 ? { ...off(account), sessions: [], challenges: [] } : null;
};

/** The account after a command with this answer, or null if the answer was impossible. */
const accept = (account: Account, command: Command, outcome: Outcome, isAlone = false): Account | null => {
  switch (command.name) {
    case 'password':
      return password(account, command, outcome, isAlone);
    case 'totp':
    case 'redeem':
      return secondFactor(account, command, outcome);
    case 'suspend':
      return { ...account, isSuspended: true };
    case 'resume':
      return { ...account, isSuspended: false };
    case 'reset':
      return reset(account, outcome);
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
 * A request that is refused while others run has read the account more than once, and reports what held at one of these
 * moments. It had no effect; that it was refused must be explained, but its reason need not be.
 */
const acceptBesideOthers = (account: Account, command: Command, outcome: Outcome): Account | null => {
  if (!refusals.some(([status, code]) => refused(outcome, status, code))) return accept(account, command, outcome);
  const explained = refusals.reduce<Account | null>(
    (found, [status, code]) => found ?? accept(account, command, { status, code }),
    null,
  );
  // A compared code may have counted, whatever else explains the refusal.
  const mayCount = outcome.code === 'code_invalid' && (command.name === 'totp' || command.name === 'redeem');
  return explained && mayCount ? charged(explained, command) : explained;
};

export type Done = { command: Command; outcome: Outcome };

/**
 * The possible accounts after commands that ran at the same time: the results of all orders in which the answers are
 * possible. If there are none, no order explains them. A request refused because of the others (503) did nothing.
 */
export const explain = (account: Account, done: Done[], isAlone = done.length === 1): Account[] => {
  if (done.length === 0) return [account];
  return done.flatMap(({ command, outcome }, index) => {
    const rest = done.filter((_, other) => other !== index);
    if (outcome.status === 503) return isAlone ? [] : explain(account, rest, isAlone);
    const next = isAlone ? accept(account, command, outcome, true) : acceptBesideOthers(account, command, outcome);
    return next ? explain(next, rest, isAlone) : [];
  });
};
