import { bestEffort } from '../../../domain/best-effort.ts';
import type { Challenge, TwoFactor } from '../../../domain/entities/two-factor.ts';
import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Context } from '../../../domain/request.ts';
import type { SecurityEvents } from '../../../ports/history/security-events.ts';
import type { Ids } from '../../../ports/ids.ts';
import { newEvent, STRANGER } from '../../common/new-event.ts';

export type AlarmNeeds = { securityEvents: Pick<SecurityEvents, 'put'>; ids: Ids };
type Answered = { user: User; twoFactor: TwoFactor; challenge: Challenge };

/** This many wrong codes from strangers who had the right password are no longer typing errors. */
const FIRST_ALARM = 3;
const NEXT_ALARMS = 10;
/** Counted for the user across all challenges until a second factor is right: a new challenge does not reset it. */
const isAlarming = (failures: number): boolean => failures === FIRST_ALARM || failures % NEXT_ALARMS === 0;

/**
 * Compares what answers the challenge. After the right password and then wrong codes from an unknown device, the owner
 * is notified that someone may know the password.
 */
export const proveOrAlarm = async <Proof>(
  needs: AlarmNeeds,
  context: Context,
  { user, twoFactor, challenge }: Answered,
  prove: () => Promise<Proof>,
): Promise<Proof> => {
  try {
    return await prove();
  } catch (error) {
    const isWrong = error instanceof Failure && error.code === 'code_invalid';
    const { inARow, codes } = twoFactor.guesses.stranger;
    if (isWrong && !challenge.fromKnownDevice && isAlarming(inARow + codes)) {
      const event = newEvent(needs, context, 'second_factor_failed', STRANGER);
      await bestEffort(context, 'alarm', needs.securityEvents.put(user.id, event));
    }
    throw error;
  }
};
