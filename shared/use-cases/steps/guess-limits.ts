import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import { DAY, type Instant, SECOND } from '../../domain/instant.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { Context } from '../../domain/request.ts';
import type { Wait } from '../../domain/throttle.ts';
import { issueToken } from '../../domain/tokens.ts';
import type { Charged, Limits, PasswordAttempt } from '../../limit-ports.ts';
import type { Random } from '../../ports.ts';

/** The answer to who has to wait: the same whatever the limit, for known and unknown accounts. */
export const tooManyAttempts = ({ retryAt }: Wait, now: Instant): Failure =>
  new Failure(
    'too_many_attempts',
    retryAt === null ? {} : { retryAfter: Math.max(1, Math.ceil((retryAt - now) / SECOND)) },
  );

/** Charges the source address with a call, and until it proves right with a failure. */
export const spendSource = async (
  { limits }: { limits: Pick<Limits, 'takeSource'> },
  { now, client, note }: Context,
) => {
  const wait = await limits.takeSource(client.ip, now);
  if (!wait) return;
  note({ reason: 'source_limit' });
  throw tooManyAttempts(wait, now);
};

/** Charges an attempt at a password, before anything is hashed. */
export const spendPassword = async (
  { limits }: { limits: Pick<Limits, 'takePassword'> },
  { now, note }: Context,
  attempt: PasswordAttempt,
): Promise<Charged> => {
  const charge = await limits.takePassword(attempt, now);
  if ('chargedTo' in charge) return charge;
  note({ reason: 'password_limit' });
  throw tooManyAttempts(charge, now);
};

/** What is given back does not hold up a sign-in: if it cannot be written, limits are only stricter than need be. */
export const quietly = async (writing: Promise<unknown>): Promise<void> => {
  await writing.catch(() => undefined);
};

/** A device is known to one account, until its password changes: whoever knew the old one is a stranger then. */
export const knownAs = ({ email, passwordVersion }: { email: string; passwordVersion: number }): string =>
  `${email} ${passwordVersion}`;

export type DeviceNeeds = { limits: Pick<Limits, 'rememberDevice'>; random: Random; numbers: Numbers };
export type Device = { token: string; expiresAt: Instant };

/**
 * Lets a device have a counter of its own from now on: a stranger's failures cannot lock its owner out. It opens
 * nothing by itself, and never stands for a factor.
 */
export const rememberDevice = async (
  { limits, random, numbers }: DeviceNeeds,
  { now }: Context,
  user: User,
  passedSecondFactor: boolean,
): Promise<Device | undefined> => {
  const { token, hash } = issueToken('device', user.id, random);
  const expiresAt = now + numbers.deviceDays * DAY;
  const remembering = limits.rememberDevice({ hash, knownAs: knownAs(user), passedSecondFactor, expiresAt, now });
  return remembering.then(
    () => ({ token, expiresAt }),
    () => undefined,
  );
};
