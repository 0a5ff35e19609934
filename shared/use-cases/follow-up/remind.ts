import type { User } from '../../domain/entities/user.ts';
import { DAY } from '../../domain/instant.ts';
import type { Context } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { Ids } from '../../ports/ids.ts';
import { newEvent } from '../common/new-event.ts';
import { actorGone } from '../users/steps/by-administrator.ts';

export type RemindNeeds = { users: Pick<Users, 'remind'>; ids: Ids; security: SecuritySettings };
type Moment = Pick<Context, 'now' | 'client'>;

/** One reminder, if there was none within `reminderDays`: its event triggers the mail. */
export const remind = async (
  needs: RemindNeeds,
  moment: Moment,
  user: User,
  actor: User | { id: string; isOperator: true },
) => {
  const outcome = await needs.users.remind({
    actor: 'isOperator' in actor ? null : actor,
    user,
    event: newEvent(needs, moment, 'two_factor_reminded', actor.id),
    notSince: moment.now - needs.security.reminderDays * DAY,
  });
  if (outcome === 'actor_gone') throw actorGone();
  return outcome;
};

const PAGE = 100;

/** Reminds everyone in an organization who has 2FA off, one page of the list at a time. */
export const remindOrganization = async (
  needs: RemindNeeds & { users: Pick<Users, 'page'> },
  moment: Moment,
  { organizationId, actorId }: { organizationId: string; actorId: string },
): Promise<{ reminded: number; skipped: number }> => {
  let [reminded, skipped] = [0, 0];
  let after: string | undefined;
  do {
    const query = { organizationId, twoFactor: 'disabled' as const, prefix: '', limit: PAGE };
    const page = await needs.users.page({ ...query, ...(after !== undefined && { after }) });
    for (const user of page.users) {
      const isOwned = user.status === 'active' && user.passwordVersion > 0;
      const outcome = isOwned && (await remind(needs, moment, user, { id: actorId, isOperator: true }));
      if (outcome === 'reminded') reminded += 1;
      else skipped += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return { reminded, skipped };
};
