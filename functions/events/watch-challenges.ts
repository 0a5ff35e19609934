import { watchChallenges } from '../../shared/delivery/watch-challenges.ts';
import { scheduled } from '../../shared/entry/stream/scheduled.ts';
import { clock, ids, log, security, users, watches } from '../../shared/runtime/needs.ts';

export const handler = scheduled('watchChallenges', { clock, log }, (now) =>
  watchChallenges({ ids, security, users, watches }, now),
);
