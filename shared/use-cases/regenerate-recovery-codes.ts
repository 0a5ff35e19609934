import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { CallerContext } from '../domain/request.ts';
import type { RecoveryCodeSets } from '../factor-ports.ts';
import type { Ids, Random, SecretBox } from '../ports.ts';
import { type AnswerAgainNeeds, answeringAgain, keeping, keyIsTaken } from './steps/answer-again.ts';
import { newEvent } from './steps/new-event.ts';
import { makeRecoveryCodes } from './steps/new-recovery-codes.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = AnswerAgainNeeds & {
  numbers: Numbers;
  recoveryCodeSets: Pick<RecoveryCodeSets, 'regenerate'>;
  recoverySecrets: Pick<SecretBox, 'seal'>;
  random: Random;
  ids: Ids;
};

/** 8 new codes; every earlier one is dead at once. */
export const regenerateRecoveryCodes = (needs: Needs, context: CallerContext) =>
  answeringAgain(needs, context, ['request_invalid'], () => regenerate(needs, context));

const regenerate = async (needs: Needs, context: CallerContext) => {
  const { now, caller } = context;
  const { user, session } = caller;
  if (user.twoFactorEnabledAt === undefined) throw new Failure('two_factor_not_enabled');
  const { shown, stored } = await makeRecoveryCodes(needs, user.id, now);
  const event = newEvent(needs, context, 'recovery_codes_regenerated', user.id);
  const shownNow = { recoveryCodes: shown, generatedAt: iso(now) };
  const answered = { userId: user.id, authVersion: user.authVersion + 1 };
  const reply = keeping(needs, context, answered, shownNow);
  const change = { user, session, recoveryCodes: stored, event, reply, now };
  const outcome = onceOnly(await needs.recoveryCodeSets.regenerate(change));
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
  if (outcome === 'done_before') throw keyIsTaken();
  return shownNow;
};
