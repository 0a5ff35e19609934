import { passwordFailures, sourceFailures, userItems } from '../../kit/table.ts';

/** What the table says about a user: the facts that the invariants in docs/security.md are about. */
export type Facts = {
  /** Not once they are deleted: their records stay for minutes, and there is nothing left to agree with. */
  exists: boolean;
  /** By hash: whether the second factor stands behind it. */
  sessions: Map<string, { secondFactorConfirmed: boolean }>;
  signIns: number;
  newestSignIn: number;
  lastSignIn: number;
  isTwoFactorOn: boolean;
  recoveryCodes: string[];
  lastTimeStep: number;
  passwordVersion: number;
  /** Attempts that are charged: to the second factor, its challenges, the setup and the password. */
  charged: number;
};

type Item = Record<string, unknown> & { pk: string; sk: string };
type Guesses = { inARow: number; codes: number; dayCount: number };
type Factor = { guesses: Record<string, Guesses>; challenges: Record<string, { attempts: number }> };

const chargedTo = (twoFactor: Factor | undefined, setup: { attempts?: number } | undefined): number => {
  const guesses = Object.values(twoFactor?.guesses ?? {}).map(
    ({ inARow, codes, dayCount }) => inARow + codes + dayCount,
  );
  const attempts = Object.values(twoFactor?.challenges ?? {}).map(({ attempts }) => attempts);
  return [...guesses, ...attempts, setup?.attempts ?? 0].reduce((sum, count) => sum + count, 0);
};

export const factsOf = async (userId: string): Promise<Facts> => {
  const items = (await userItems(userId)) as Item[];
  const of = (prefix: string) => items.filter(({ pk }) => pk.startsWith(prefix));
  const [user, twoFactor, codes, setup] = ['USER#', 'FACTOR#', 'CODES#', 'SETUP#'].map((pk) => of(pk)[0]);
  const passwordVersion = Number(user?.passwordVersion ?? 0);
  const signIns = of('SIGN_IN#');
  return {
    exists: user !== undefined,
    sessions: new Map(
      of('SESSION#').map(({ hash, secondFactorConfirmed }) => [
        String(hash),
        { secondFactorConfirmed: secondFactorConfirmed === true },
      ]),
    ),
    signIns: signIns.length,
    newestSignIn: Math.max(0, ...signIns.map(({ at }) => Number(at))),
    lastSignIn: Number((user?.lastSignIn as { at?: number } | null)?.at ?? 0),
    isTwoFactorOn: twoFactor !== undefined,
    recoveryCodes: Object.keys((codes?.codes ?? {}) as object).sort(),
    lastTimeStep: Number(twoFactor?.lastTimeStep ?? 0),
    passwordVersion,
    charged:
      chargedTo(twoFactor as Factor | undefined, setup as { attempts?: number } | undefined) +
      (await passwordFailures(`${String(user?.email)} ${passwordVersion}`)),
  };
};

/** I4: one request creates at most one sign-in, with its session, and the user item says when. */
const brokenSignIns = (before: Facts, after: Facts, born: number): string[] => {
  if (!after.exists) return born === 0 ? [] : [`I4: ${born} new sessions of a deleted user`];
  const made = after.signIns - before.signIns;
  const isRecorded = made === 1;
  return [
    ...(made === 0 || isRecorded ? [] : [`I4: ${made} sign-ins by one request`]),
    ...(isRecorded === (after.lastSignIn !== before.lastSignIn) ? [] : ['I4: record and last sign-in disagree']),
    ...(isRecorded && after.lastSignIn !== after.newestSignIn ? ['I4: last sign-in is not the newest'] : []),
    ...(isRecorded && born !== 1 ? [`I4: a sign-in with ${born} new sessions`] : []),
  ];
};

/** What must hold whatever happened in between; each broken invariant is described in words. */
export const brokenInvariants = (before: Facts, after: Facts): string[] => {
  const broken: string[] = [];
  const born = [...after.sessions].filter(([hash]) => !before.sessions.has(hash));
  if (before.isTwoFactorOn && after.isTwoFactorOn && born.some(([, session]) => !session.secondFactorConfirmed)) {
    broken.push('I1: a session without the second factor');
  }
  if (after.recoveryCodes.length !== (after.isTwoFactorOn ? 8 : 0)) {
    broken.push(`I2: ${after.recoveryCodes.length} recovery codes with 2FA ${after.isTwoFactorOn ? 'on' : 'off'}`);
  }
  if (after.lastTimeStep < before.lastTimeStep && after.isTwoFactorOn) broken.push('I3: the last step went back');
  return [...broken, ...brokenSignIns(before, after, born.length)];
};

const SECONDS = 1_000;

/** Trouble on our side costs the user nothing: if no guess was compared, no one is charged. */
export const wrongCharges = async (before: Facts, after: Facts, client: string): Promise<string[]> => {
  const broken =
    after.charged > before.charged ? [`charged ${after.charged - before.charged} for what was not compared`] : [];
  const failures = await sourceFailures(client);
  return failures > Date.now() + SECONDS ? [...broken, 'the source is charged for what was not compared'] : broken;
};
