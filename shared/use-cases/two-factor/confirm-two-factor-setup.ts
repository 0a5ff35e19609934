import { clockOffBy, matchTimeStep } from '../../domain/codes/totp.ts';
import { Failure } from '../../domain/errors.ts';
import { iso } from '../../domain/instant.ts';
import { newGuesses } from '../../domain/limits/second-factor-limit.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Setups } from '../../ports/factors/setups.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { prepareOwnChange } from '../common/own-change.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { type Reservations, reserving } from '../common/reservations.ts';
import { makeRecoveryCodes } from './new-recovery-codes.ts';

type Needs = ReplayNeeds & {
  security: SecuritySettings;
  setups: Pick<Setups, 'reserveAttempt' | 'refundAttempt'>;
  twoFactors: Pick<TwoFactors, 'get' | 'enable'>;
  limits: Pick<Limits, 'spendBudget'>;
  totpSecrets: Pick<SecretBox, 'open'>;
  recoverySecrets: Pick<SecretBox, 'seal'>;
  random: Random;
  ids: Ids;
};
type Input = { setupId: string; code: string };

const NO_STEP_YET = 0;

/**
 * Turns on 2FA, or replaces the current authenticator: the code proves that the app has the secret. Its time step
 * counts as used, so that it cannot also sign in; recovery codes are created in the same transaction.
 */
export const confirmTwoFactorSetup = (needs: Needs, context: CallerContext, input: Input) =>
  replayIfDone(needs, context, ['setup_invalid', 'request_invalid'], () =>
    reserving(context, (reservations) => confirm(needs, context, reservations, input)),
  );

const SECONDS_A_MINUTE = 60;

/** A phone whose clock is wrong never shows a right code, so its owner is told what to mend. */
const wrongCode = (secondsOff: number | null): Failure => {
  if (secondsOff === null) return new Failure('code_invalid');
  const minutes = Math.max(1, Math.round(Math.abs(secondsOff) / SECONDS_A_MINUTE));
  const direction = secondsOff > 0 ? 'fast' : 'slow';
  const detail = `Your phone’s clock is about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${direction}. Set it to automatic, then enter the code that the app shows`;
  const value = String(Math.sign(secondsOff) * minutes);
  return new Failure('code_invalid', { errors: [{ pointer: '#/code', detail, code: 'clock_off', value }] });
};

const confirm = async (needs: Needs, context: CallerContext, reservations: Reservations, { setupId, code }: Input) => {
  const { now, caller } = context;
  const { user } = caller;
  const [setup, replaced] = await Promise.all([
    reservations.require({
      limit: 'setup',
      spend: (name) => needs.setups.reserveAttempt(user.id, setupId, name, now),
      refund: (reservation) => needs.setups.refundAttempt(user.id, setupId, reservation),
    }),
    needs.twoFactors.get(user.id),
  ]);
  // Something, perhaps a reset, ended the session that began this setup while the setup was being written: it ended too.
  if (!setup || setup.authVersion !== user.authVersion) throw new Failure('setup_invalid');
  const secret = await needs.totpSecrets.open(user.id, setup.sealedSecret);
  const timeStep = matchTimeStep({ secret, code, now, lastTimeStep: NO_STEP_YET });
  if (timeStep === null) throw wrongCode(clockOffBy({ secret, code, now }));

  const [{ shown, stored }] = await Promise.all([
    makeRecoveryCodes(needs, user.id, now),
    spendBudget(needs, context, 'notices', user.id),
  ]);
  const { sealedSecret } = setup;
  const guesses = newGuesses(now, user.passwordVersion);
  // On since the first authenticator: replacing it does not change the date.
  const enabledAt = replaced?.enabledAt ?? now;
  const twoFactor = { sealedSecret, lastTimeStep: timeStep, generation: setupId, enabledAt, challenges: {}, guesses };
  const type = replaced ? 'two_factor_replaced' : 'two_factor_enabled';
  const confirmed = { identityConfirmedAt: now, secondFactorConfirmed: true };
  const { change, session, answered } = prepareOwnChange(needs, context, type, confirmed);
  const status = { status: 'enabled' as const, enabledAt: iso(enabledAt) };
  const shownNow = { twoFactor: status, recoveryCodes: shown, session };
  const reply = sealReply(needs, context, answered, shownNow);
  const enabling = { ...change, setup, replaced, twoFactor, recoveryCodes: stored, reply };
  const outcome = orUnavailable(await needs.twoFactors.enable(enabling));
  if (outcome === 'setup_gone') throw new Failure('setup_invalid');
  if (outcome === 'done_before') throw keyIsTaken();
  return shownNow;
};
