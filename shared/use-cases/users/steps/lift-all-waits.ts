import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Context } from '../../../domain/request.ts';
import type { Users } from '../../../ports/accounts/users.ts';
import type { TwoFactors } from '../../../ports/factors/two-factors.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Limits } from '../../../ports/limits/limits.ts';
import { newEvent } from '../../common/new-event.ts';
import { optimistically } from '../../common/optimistically.ts';
import { actorGone } from './by-administrator.ts';

type Needs = {
  users: Pick<Users, 'get'>;
  limits: Pick<Limits, 'liftPassword' | 'restoreBudget'>;
  twoFactors: Pick<TwoFactors, 'liftWaits'>;
  ids: Ids;
};
/** `actor` null: the operator, who holds the deployment's AWS credentials. */
type Lifting = { userId: string; actor: User | null; actorId: string; reason: string };

/** Ends a user's waits for password, second factor and reset mails, with one event for all of them. */
export const liftAllWaits = async (
  needs: Needs,
  context: Pick<Context, 'now' | 'client'>,
  { userId, actor, actorId, reason }: Lifting,
): Promise<void> => {
  const { now } = context;
  const user = await optimistically(async () => {
    const user = await needs.users.get(userId);
    if (!user) throw new Failure('not_found');
    const event = newEvent(needs, context, 'waits_lifted', actorId, { reason });
    const outcome = await needs.twoFactors.liftWaits({ actor, user, event, now });
    if (outcome === 'actor_gone') throw actorGone();
    return outcome === 'changed' ? outcome : user;
  });
  await Promise.all([
    needs.limits.liftPassword({ subject: `${user.email} ${user.passwordVersion}` }),
    needs.limits.restoreBudget('notices', `reset ${user.email}`),
    needs.limits.restoreBudget('notices', user.id),
  ]);
};
