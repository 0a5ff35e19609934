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

/** How far back a run looks: this many runs may fail in a row without missing anything. */
const LOOK_BACK = HOUR;

/**
 * Whether the owner has passed the second factor since the challenge began. If so, the attempt was theirs, one way or
 * another.
 */
const wasOwner = ({ lastSignIn }: User, { expiresAt }: Watch, security: SecuritySettings): boolean =>
  lastSignIn?.twoFactorVerified === true && lastSignIn.at >= expiresAt - security.challengeMinutes * MINUTE;

/**
 * Checks what became of challenges started from unknown devices: someone entered the right password but did not finish
 * signing in. The owner is notified at most once a day. The next run checks again whatever fails.
 */
export const watchChallenges = async (needs: Needs, now: Instant): Promise<{ looked: number; alarms: number }> => {
  let [looked, alarms] = [0, 0];
  for await (const watch of needs.watches.over(now - LOOK_BACK, now)) {
    looked += 1;
    const user = await needs.users.get(watch.userId);
    const isOn = user?.status === 'active' && user.twoFactorEnabledAt !== undefined;
    if (isOn && !wasOwner(user, watch, needs.security)) {
      const client = { ip: watch.ip, userAgent: watch.userAgent ?? '', place: watch.place };
      const event = newEvent(needs, { now, client }, 'second_factor_abandoned', STRANGER);
      if ((await needs.users.alarm({ user, event, notSince: now - DAY })) === 'alarmed') alarms += 1;
    }
    await needs.watches.remove(watch);
  }
  return { looked, alarms };
};
