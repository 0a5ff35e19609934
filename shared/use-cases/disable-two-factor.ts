import { Failure } from '../domain/errors.ts';
import type { CallerContext } from '../domain/request.ts';
import type { TwoFactors } from '../factor-ports.ts';
import type { Ids } from '../ports.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = { twoFactors: Pick<TwoFactors, 'disable'>; ids: Ids };

/** Removes the second factor at once, with its recovery codes and any set-up that was pending. */
export const disableTwoFactor = async (needs: Needs, { now, client, caller }: CallerContext) => {
  const { user, session } = caller;
  const event = {
    id: needs.ids.next(now),
    type: 'two_factor_disabled' as const,
    actorId: user.id,
    at: now,
    ip: client.ip,
  };
  const outcome = onceOnly(await needs.twoFactors.disable({ user, session, event, now }));
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
};
