import { Failure } from '../../domain/errors.ts';

const ROUNDS = 5;

/**
 * Reads, decides and writes until the write finds what was read: `changed` sends it round again.
 * @throws Failure `temporarily_unavailable` if others are faster 5 times; nothing was consumed then
 */
export const optimistically = async <T>(decide: () => Promise<T | 'changed'>): Promise<T> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await decide();
    if (outcome !== 'changed') return outcome;
  }
  throw new Failure('temporarily_unavailable', { retryAfter: 1 });
};

/** For a change that was decided on what the caller's session saw: if that is outdated, asking again tells how. */
export const orUnavailable = <T extends string>(outcome: T | 'changed'): T => {
  if (outcome === 'changed') throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  return outcome;
};
