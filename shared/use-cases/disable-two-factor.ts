import { Failure } from '../domain/errors.ts';
import type { CallerContext } from '../domain/request.ts';
import type { TwoFactors } from '../factor-ports.ts';
import type { Ids } from '../ports.ts';
import { newEvent } from './steps/new-event.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = { twoFactors: Pick<TwoFactors, 'disable'>; ids: Ids };

/** Removes the second factor at once, with its recovery codes and any set-up that was pending. */
export const disableTwoFactor = async (needs: Needs, context: CallerContext) => {
  const { user, session } = context.caller;
  const event = newEvent(needs, context, 'two_factor_disabled', user.id);
  const outcome = onceOnly(await needs.twoFactors.disable({ user, session, event, now: context.now }));
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
};
