import * as z from 'zod/mini';
import { untilServerTime } from '../api/server-clock.ts';

/*
 * What the challenge page knows besides its cookie: in the history's entry, which survives a reload and ends with the tab.
 * Nothing in it is secret. The cookie is the browser's and may hold the challenges of several tabs: the id says which one
 * this tab began.
 */
const ChallengeState = z.object({ email: z.string(), endsAt: z.number(), id: z.string() });
export type ChallengeState = z.infer<typeof ChallengeState>;

/** @param challenge its end is by the server's clock, and is kept by this machine's */
export const keepChallengeState = (email: string, { id, expiresAt }: { id: string; expiresAt: string }): void =>
  history.replaceState({ email, id, endsAt: Date.now() + untilServerTime(expiresAt) } satisfies ChallengeState, '');

export const readChallengeState = (): ChallengeState | undefined => {
  const read = z.safeParse(ChallengeState, history.state);
  return read.success ? read.data : undefined;
};
