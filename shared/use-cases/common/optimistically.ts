import { Failure } from '../../domain/errors.ts';

const ROUNDS = 5;

/**
 * Optimistic concurrency: reads, decides, and writes on condition that what was read still holds. `changed` means that
 * it didn't, and starts another round.
 * @throws Failure `temporarily_unavailable` after 5 lost rounds; nothing has been written
 */
export const optimistically = async <T>(decide: () => Promise<T | 'changed'>): Promise<T> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await decide();
    if (outcome !== 'changed') return outcome;
  }
  throw new Failure('temporarily_unavailable', { retryAfter: 1 });
};

/**
 * For a change that was decided on what the session saw: if that is outdated, the client's next request sees the new
 * state.
 */
export const orUnavailable = <T extends string>(outcome: T | 'changed'): T => {
  if (outcome === 'changed') throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  return outcome;
};
