import { bestEffort } from '../../domain/best-effort.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import { DAY, type Instant } from '../../domain/instant.ts';
import type { BudgetKind } from '../../domain/limits/throttle.ts';
import type { Context } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { KnownDevice } from '../../domain/sessions/device.ts';
import { credentialName, ownerName } from '../../domain/sessions/device.ts';
import { issueToken } from '../../domain/sessions/tokens.ts';
import type { Limits, PasswordCounter } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import { tooManyAttempts } from './reservations.ts';

type SourceNeeds = { limits: Pick<Limits, 'reserveSource' | 'refundSource'> };

/**
 * Charges a call to the source address and, until the attempt succeeds, a failure. Both are given back if nothing was
 * compared; a request refused by another limit keeps its call charged, which bounds what one address may cost.
 */
export const ofSource = ({ limits }: SourceNeeds, { client: { ip }, now }: Context) => ({
  limit: 'source_limit' as const,
  spend: async (name: string) => (await limits.reserveSource(ip, name, now)) ?? 'spent',
  refund: (reservation: { name: string; isCertain: boolean }, failure: unknown) => {
    const call = !(failure instanceof Failure && failure.code === 'too_many_attempts');
    return limits.refundSource(ip, { ...reservation, call });
  },
});

type PasswordNeeds = { limits: Pick<Limits, 'reservePassword' | 'refundPassword'> };

/** An attempt at a password, before anything is hashed. */
export const ofPassword = ({ limits }: PasswordNeeds, { now }: Context, counter: PasswordCounter) => ({
  limit: 'password_limit' as const,
  spend: (name: string) => limits.reservePassword(counter, name, now),
  refund: (reservation: { name: string; isCertain: boolean }) => limits.refundPassword(counter, reservation),
});

/**
 * Limits how often one account may do what mails people or writes their history: no one may delay everyone else's news.
 * @throws Failure `too_many_attempts`
 */
export const spendBudget = async (
  { limits }: { limits: Pick<Limits, 'spendBudget'> },
  { now, note }: Context,
  kind: BudgetKind,
  userId: string,
): Promise<void> => {
  const wait = await limits.spendBudget(kind, userId, now);
  if (!wait) return;
  note({ reason: 'budget_limit' });
  throw tooManyAttempts(wait, now);
};

export type DeviceNeeds = { limits: Pick<Limits, 'rememberDevice'>; random: Random; security: SecuritySettings };
export type Device = { token: string; expiresAt: Instant };

/** Gives a device its own counter from now on. `generation` names the second factor that it has passed. */
export const rememberDevice = async (
  { limits, random, security }: DeviceNeeds,
  context: Context,
  user: User,
  generation: string | undefined,
): Promise<Device | undefined> => {
  const { token, hash } = issueToken('device', user.id, random);
  const expiresAt = context.now + security.deviceDays * DAY;
  const deviceScope = credentialName(user);
  const device: KnownDevice = { hash, owner: ownerName(user.id), deviceScope, generation, expiresAt };
  let isRemembered = false;
  const remembering = limits.rememberDevice(device, context.now).then(() => {
    isRemembered = true;
  });
  await bestEffort(context, 'remember device', remembering);
  return isRemembered ? { token, expiresAt } : undefined;
};
