import * as z from 'zod/mini';
import { untilServerTime } from '../api/server-clock.ts';

/*
 * What the challenge page knows in addition to its cookie. It is in the history entry, which survives a reload and ends
 * with the tab, and contains nothing secret. All tabs share the cookie, which may hold several challenges: the id says
 * which one this tab started.
 */
const ChallengeState = z.object({ email: z.string(), endsAt: z.number(), id: z.string() });
export type ChallengeState = z.infer<typeof ChallengeState>;

/** @param challenge its expiry is by the server's clock; it is stored by this machine's clock */
export const keepChallengeState = (email: string, { id, expiresAt }: { id: string; expiresAt: string }): void =>
  history.replaceState({ email, id, endsAt: Date.now() + untilServerTime(expiresAt) } satisfies ChallengeState, '');

export const readChallengeState = (): ChallengeState | undefined => {
  const read = z.safeParse(ChallengeState, history.state);
  return read.success ? read.data : undefined;
};
