import { useLocation } from 'preact-iso';
import { canonicalEmail } from '../../shared/domain/fields.ts';
import { findSession } from '../api/account.ts';
import { asApiError } from '../api/api-error.ts';
import { destinationOf } from '../destination.ts';
import type { ChallengeState } from './challenge-state.ts';

const isSameAccount = (state: ChallengeState | undefined, email: string): boolean =>
  state === undefined || canonicalEmail(state.email) === email;

/**
 * Where to go when the challenge is gone. If another tab answered it, on to the page that the person wanted. Otherwise
 * back to the first step with the reason, and from there to that page.
 */
export const useLeave = (state: ChallengeState | undefined) => {
  const { query, route } = useLocation();
  return async () => {
    const account = await findSession();
    if (account && isSameAccount(state, account.email)) return route(destinationOf(query.next), true);
    const address = new URLSearchParams({ because: 'challenge-over', ...(query.next && { next: query.next }) });
    route(`/sign-in?${address}`, true);
  };
};

/** Sends an answer to the challenge that this tab started, and leaves the page if it is gone. */
export const useAnswer = (state: ChallengeState | undefined) => {
  const leave = useLeave(state);
  return async (send: (challenge: { challengeId?: string }) => Promise<void>): Promise<void> => {
    try {
      await send(state ? { challengeId: state.id } : {});
    } catch (error) {
      if (asApiError(error).code !== 'challenge_invalid') throw error;
      await leave();
    }
  };
};
