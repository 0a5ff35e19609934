import type { IdempotencyRecord } from '../../../domain/entities/idempotency-record.ts';
import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Context } from '../../../domain/request.ts';
import type { Users } from '../../../ports/accounts/users.ts';
import type { TwoFactors } from '../../../ports/factors/two-factors.ts';
import type { Ids } from '../../../ports/ids.ts';
import { newEvent } from '../../common/new-event.ts';
import { optimistically } from '../../common/optimistically.ts';
import { keyIsTaken } from '../../common/replay.ts';
import { actorGone } from './by-administrator.ts';

export type RemoveTwoFactorNeeds = {
  users: Pick<Users, 'get'>;
  twoFactors: Pick<TwoFactors, 'reset'>;
  ids: Ids;
};
type Removal = {
  userId: string;
  /** Null: the operator, who holds the deployment's AWS credentials. */
  actor: User | null;
  actorId: string;
  reason: string;
  reply?: IdempotencyRecord | undefined;
};

/**
 * Removes the second factor from someone else's account, ends all their sessions, and records the reason.
 * @throws Failure `not_found`, `two_factor_not_enabled`
 */
export const removeTwoFactor = (
  needs: RemoveTwoFactorNeeds,
  context: Pick<Context, 'now' | 'client'>,
  { userId, actor, actorId, reason, reply }: Removal,
) =>
  optimistically(async () => {
    const user = await needs.users.get(userId);
    if (!user) throw new Failure('not_found');
    const event = newEvent(needs, context, 'two_factor_reset', actorId, { reason });
    const outcome = await needs.twoFactors.reset({ actor, user, event, reply, now: context.now });
    if (outcome === 'actor_gone') throw actorGone();
    if (outcome === 'done_before') throw keyIsTaken();
    if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
    return outcome;
  });
