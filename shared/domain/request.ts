import type { Session } from './entities/session.ts';
import type { User } from './entities/user.ts';
import type { Instant } from './instant.ts';
import type { LogReason } from './log-reasons.ts';
import type { Idempotency } from './sessions/idempotency.ts';
import type { Place } from './sessions/place.ts';
import type { TokenReference } from './sessions/tokens.ts';

/** Where a request comes from, as far as that can be known. */
export type Client = { ip: string; userAgent: string; place?: Place | undefined };

/** What the log line of a request may contain: names and ids, never a secret. */
type Noted = {
  /** The caller. */
  userId?: string;
  /** The user it is about, if that is not the caller. */
  targetId?: string;
  ip?: string;
  /** The request carries a secret of the edge, and it is wrong. */
  edge?: 'forged';
  /** Why it failed, if the answer must not say so. */
  reason?: LogReason;
  /** What a sign-in led to, and by which factors. */
  result?: 'challenge' | 'session';
  method?: string;
  /** Optional work that failed, and why: the request succeeded without it. */
  failed?: string;
};

/** What every use case receives in addition to its input. The clock is read once, before any decision. */
export type Context = {
  now: Instant;
  client: Client;
  /** Set if the client may send the same request again and get the same answer. */
  idempotency?: Idempotency | undefined;
  /** The session that the browser still holds while it signs in. */
  leaving?: TokenReference | undefined;
  /** Adds facts to the request's log line. */
  note(facts: Noted): void;
};

/** The authenticated caller: user and session were read together, and the session is valid for the user. */
export type Caller = { user: User; session: Session };
export type CallerContext = Context & { caller: Caller };
