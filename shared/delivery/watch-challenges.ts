import type { User } from '../domain/entities/user.ts';
import type { Watch } from '../domain/events/watch.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../domain/instant.ts';
import type { SecuritySettings } from '../domain/security-settings.ts';
import type { Users } from '../ports/accounts/users.ts';
import type { Watches } from '../ports/history/watches.ts';
import type { Ids } from '../ports/ids.ts';
import { newEvent, STRANGER } from '../use-cases/common/new-event.ts';

type Needs = {
  watches: Pick<Watches, 'over' | 'remove'>;
  users: Pick<Users, 'get' | 'alarm'>;
  ids: Ids;
  security: SecuritySettings;
};

/** As far back as a run looks: so many may fail in a row, and nothing is missed. */
const LOOK_BACK = HOUR;

/** Whether the owner has come in with the second factor since the challenge began: then it was they, one way or another. */
const wasOwner = ({ lastSignIn }: User, { expiresAt }: Watch, security: SecuritySettings): boolean =>
  lastSignIn?.twoFactorVerified === true && lastSignIn.at >= expiresAt - security.challengeMinutes * MINUTE;

/**
 * Looks at what became of the challenges that devices which were not known had begun: the right password, and then nobody
 * went on. The owner hears of it, once a day at most. Whatever fails is looked at again in the next run.
 */
export const watchChallenges = async (needs: Needs, now: Instant): Promise<{ looked: number; alarms: number }> => {
  let [looked, alarms] = [0, 0];
  for await (const watch of needs.watches.over(now - LOOK_BACK, now)) {
    looked += 1;
    const user = await needs.users.get(watch.userId);
    const isOn = user?.status === 'active' && user.twoFactorEnabledAt !== undefined;
    if (isOn && !wasOwner(user, watch, needs.security)) {
      const client = { ip: watch.ip, userAgent: '' };
      const event = newEvent(needs, { now, client }, 'second_factor_abandoned', STRANGER);
      if ((await needs.users.alarm({ user, event, notSince: now - DAY })) === 'alarmed') alarms += 1;
    }
    await needs.watches.remove(watch);
  }
  return { looked, alarms };
};
