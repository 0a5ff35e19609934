import { clock, ids, log, numbers, users, watches } from '../shared/runtime/deps.ts';
import { scheduled } from '../shared/stream/scheduled.ts';
import { watchChallenges } from '../shared/use-cases/watch-challenges.ts';

export const handler = scheduled('watchChallenges', { clock, log }, (now) =>
  watchChallenges({ ids, numbers, users, watches }, now),
);
