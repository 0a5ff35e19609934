import * as z from 'zod/mini';
import { untilServerTime } from '../api/server-clock.ts';

/*
 * What the challenge page knows besides its cookie: in the history's entry, which survives a reload and ends with the tab.
 * Nothing in it is secret.
 */
const ChallengeState = z.object({ email: z.string(), endsAt: z.number() });
export type ChallengeState = z.infer<typeof ChallengeState>;

/** @param expiresAt by the server's clock; the end is kept by this machine's */
export const keepChallengeState = (email: string, expiresAt: string): void =>
  history.replaceState({ email, endsAt: Date.now() + untilServerTime(expiresAt) } satisfies ChallengeState, '');

export const readChallengeState = (): ChallengeState | undefined => {
  const read = z.safeParse(ChallengeState, history.state);
  return read.success ? read.data : undefined;
};
