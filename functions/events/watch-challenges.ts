import { watchChallenges } from '../../shared/delivery/watch-challenges.ts';
import { scheduled } from '../../shared/entry/stream/scheduled.ts';
import { clock, ids, log, numbers, users, watches } from '../../shared/runtime/deps.ts';

export const handler = scheduled('watchChallenges', { clock, log }, (now) =>
  watchChallenges({ ids, numbers, users, watches }, now),
);
