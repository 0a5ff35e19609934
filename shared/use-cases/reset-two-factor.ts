import { Failure } from '../domain/errors.ts';
import type { Instant } from '../domain/instant.ts';
import type { TwoFactors } from '../factor-ports.ts';
import type { Ids } from '../ports.ts';
import type { Users } from '../store-ports.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = { users: Pick<Users, 'get'>; twoFactors: Pick<TwoFactors, 'disable'>; ids: Ids };
type Reset = { userId: string; actorId: string; reason: string; ip: string; now: Instant };

/** Takes the second factor off somebody else's account, ends all their sessions, and keeps the reason. */
export const resetTwoFactor = (needs: Needs, { userId, actorId, reason, ip, now }: Reset) =>
  untilUnchanged(async () => {
    const user = await needs.users.get(userId);
    if (!user) throw new Failure('not_found');
    const event = { id: needs.ids.next(now), type: 'two_factor_reset' as const, actorId, at: now, ip, reason };
    const outcome = await needs.twoFactors.disable({ user, session: null, event, now });
    if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
    return outcome;
  });
