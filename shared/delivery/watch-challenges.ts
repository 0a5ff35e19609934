import type { User } from '../domain/entities/user.ts';
import type { Watch } from '../domain/events/watch.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../domain/instant.ts';
import type { SecuritySettings } from '../domain/security-settings.ts';
import type { Users } from '../ports/accounts/users.ts';
import type { Watches } from '../ports/history/watches.ts';
import type { Ids } from '../ports/ids.ts';
import { newEvent, STRANGER } from '../use-cases/common/new-event.ts';

type Needs = {
  watches: Pick<Watches, 'over' | 'remove' | 'lookedUntil' | 'markLooked'>;
  users: Pick<Users, 'get' | 'alarm'>;
  ids: Ids;
  security: SecuritySettings;
};

/** How far back a run looks at least: two runs, so that nothing is missed by a moment. */
const LEAST_BACK = 10 * MINUTE;
/** How far back it looks after runs that failed: eleven in a row may, without missing anything. */
const MOST_BACK = HOUR;

const sinceFor = (looked: Instant | null, now: Instant): Instant =>
  Math.max(Math.min(looked ?? 0, now - LEAST_BACK), now - MOST_BACK);

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
  const since = sinceFor(await needs.watches.lookedUntil(), now);
  for await (const watch of needs.watches.over(since, now)) {
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
  await needs.watches.markLooked(now);
  return { looked, alarms };
};
