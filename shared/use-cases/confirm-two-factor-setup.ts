import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { CallerContext } from '../domain/request.ts';
import { newGuesses } from '../domain/throttle.ts';
import { matchStep } from '../domain/totp.ts';
import type { Setups, TwoFactors } from '../factor-ports.ts';
import type { Ids, Random, SecretBox } from '../ports.ts';
import { type AnswerAgainNeeds, answeringAgain, keeping } from './steps/answer-again.ts';
import { newEvent } from './steps/new-event.ts';
import { makeRecoveryCodes } from './steps/new-recovery-codes.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = AnswerAgainNeeds & {
  numbers: Numbers;
  setups: Pick<Setups, 'reserveAttempt'>;
  twoFactors: Pick<TwoFactors, 'get' | 'enable'>;
  totpSecrets: Pick<SecretBox, 'open'>;
  recoverySecrets: Pick<SecretBox, 'seal'>;
  random: Random;
  ids: Ids;
};
type Input = { setupId: string; code: string };

const NO_STEP_YET = 0;

/**
 * Turns 2FA on, or replaces the authenticator that is on: the code proves that the app has the secret. Its step counts
 * as used, so that it cannot sign in again; recovery codes are born in the same transaction.
 */
export const confirmTwoFactorSetup = (needs: Needs, context: CallerContext, input: Input) =>
  answeringAgain(needs, context, ['setup_invalid'], () => confirm(needs, context, input));

const confirm = async (needs: Needs, context: CallerContext, { setupId, code }: Input) => {
  const { now, caller } = context;
  const { user, session } = caller;
  const [setup, replaced] = await Promise.all([
    needs.setups.reserveAttempt(user.id, setupId, now),
    needs.twoFactors.get(user.id),
  ]);
  // Begun by a session that something ended since, a reset perhaps, while it was being written: it ended with that.
  if (!setup || setup.authVersion !== user.authVersion) throw new Failure('setup_invalid');
  const secret = await needs.totpSecrets.open(user.id, setup.sealedSecret);
  const step = matchStep({ secret, code, now, lastStep: NO_STEP_YET });
  if (step === null) throw new Failure('code_invalid');

  const { shown, stored } = await makeRecoveryCodes(needs, user.id, now);
  const { sealedSecret } = setup;
  const guesses = newGuesses(now);
  const twoFactor = { sealedSecret, lastStep: step, generation: setupId, enabledAt: now, challenges: {}, guesses };
  const type = replaced ? 'two_factor_replaced' : 'two_factor_enabled';
  const event = newEvent(needs, context, type, user.id);
  const shownNow = { twoFactor: { status: 'enabled' as const, enabledAt: iso(now) }, recoveryCodes: shown };
  const answered = { userId: user.id, authVersion: user.authVersion + 1 };
  const reply = keeping(needs, context, answered, shownNow);
  const change = { user, session, setup, replaced, twoFactor, recoveryCodes: stored, event, reply, now };
  const outcome = onceOnly(await needs.twoFactors.enable(change));
  if (outcome === 'setup_gone') throw new Failure('setup_invalid');
  return shownNow;
};
