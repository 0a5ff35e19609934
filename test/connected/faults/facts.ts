import { userItems } from '../table.ts';

/** What the table says of a user: what the invariants of docs/security.md speak of. */
export type Facts = {
  /** By hash: whether the second factor stands behind it. */
  sessions: Map<string, { secondFactorConfirmed: boolean }>;
  signIns: number;
  newestSignIn: number;
  lastSignIn: number;
  isTwoFactorOn: boolean;
  recoveryCodes: string[];
  lastStep: number;
  passwordVersion: number;
};

type Item = Record<string, unknown> & { sk: string };

export const factsOf = async (userId: string): Promise<Facts> => {
  const items = (await userItems(userId)) as Item[];
  const of = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix));
  const [user, twoFactor, codes] = ['PROFILE', 'TWO_FACTOR', 'RECOVERY_CODES'].map((sk) => of(sk)[0]);
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
    lastStep: Number(twoFactor?.lastStep ?? 0),
    passwordVersion: Number(user?.passwordVersion ?? 0),
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
  if (after.lastStep < before.lastStep && after.isTwoFactorOn) broken.push('I3: the last step went back');
  if (after.signIns !== before.signIns && after.signIns !== before.signIns + 1) {
    broken.push(`I4: ${after.signIns - before.signIns} sign-ins by one request`);
  }
  const isRecorded = after.signIns === before.signIns + 1;
  if (isRecorded !== (after.lastSignIn !== before.lastSignIn)) broken.push('I4: record and last sign-in disagree');
  if (isRecorded && after.lastSignIn !== after.newestSignIn) broken.push('I4: last sign-in is not the newest');
  if (isRecorded && born.length !== 1) broken.push(`I4: a sign-in with ${born.length} new sessions`);
  return broken;
};
