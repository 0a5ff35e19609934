import type { Session } from './entities/session.ts';
import type { User } from './entities/user.ts';
import type { Instant } from './instant.ts';
import type { LogReason } from './log-reasons.ts';
import type { Idempotency } from './sessions/idempotency.ts';
import type { TokenReference } from './sessions/tokens.ts';

/** Where a request comes from, as far as it can be known. */
type Client = { ip: string; userAgent: string };

/** What the log line of a request may say of it. Names and ids, never a secret. */
type Noted = {
  /** Who asks. */
  userId?: string;
  /** Whom it is about, if that is someone else. */
  targetId?: string;
  ip?: string;
  /** Why it failed, where the answer must not say. */
  reason?: LogReason;
  /** What a sign-in led to, and by which factors. */
  result?: 'challenge' | 'session';
  method?: string;
  /** What could not be done besides, and why: the request succeeded without it. */
  failed?: string;
};

/** What every use case is told besides its input. The clock is read once, before anything is decided. */
export type Context = {
  now: Instant;
  client: Client;
  /** Given if the client may send the same request again and get the same answer. */
  idempotency?: Idempotency | undefined;
  /** The session that the browser still has while it signs in. */
  leaving?: TokenReference | undefined;
  /** Adds facts to the request's log line. */
  note(facts: Noted): void;
};

/** Who asks, as authenticated: both were read together, and the session stands for the user. */
export type Caller = { user: User; session: Session };
export type CallerContext = Context & { caller: Caller };
