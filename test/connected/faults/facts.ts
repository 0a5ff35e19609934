import { passwordFailures, sourceFailures, userItems } from '../../kit/table.ts';

/** What the table says of a user: what the invariants of docs/security.md speak of. */
export type Facts = {
  /** By hash: whether the second factor stands behind it. */
  sessions: Map<string, { secondFactorConfirmed: boolean }>;
  signIns: number;
  newestSignIn: number;
  lastSignIn: number;
  isTwoFactorOn: boolean;
  recoveryCodes: string[];
  lastTimeStep: number;
  passwordVersion: number;
  /** Attempts that are charged: to the second factor, its challenges, the set-up and the password. */
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

/** What must hold whatever happened in between; each broken invariant in words. */
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
  if (after.signIns !== before.signIns && after.signIns !== before.signIns + 1) {
    broken.push(`I4: ${after.signIns - before.signIns} sign-ins by one request`);
  }
  const isRecorded = after.signIns === before.signIns + 1;
  if (isRecorded !== (after.lastSignIn !== before.lastSignIn)) broken.push('I4: record and last sign-in disagree');
  if (isRecorded && after.lastSignIn !== after.newestSignIn) broken.push('I4: last sign-in is not the newest');
  if (isRecorded && born.length !== 1) broken.push(`I4: a sign-in with ${born.length} new sessions`);
  return broken;
};

const SECONDS = 1_000;

/** Trouble on our side costs the person nothing: what compared no guess is charged to nobody. */
export const wrongCharges = async (before: Facts, after: Facts, client: string): Promise<string[]> => {
  const broken =
    after.charged > before.charged ? [`charged ${after.charged - before.charged} for what was not compared`] : [];
  const failures = await sourceFailures(client);
  return failures > Date.now() + SECONDS ? [...broken, 'the source is charged for what was not compared'] : broken;
};
