import type { Session } from './entities/session.ts';
import type { User } from './entities/user.ts';
import type { Instant } from './instant.ts';

/** Where a request comes from, as far as it can be known. */
export type Client = { ip: string; userAgent: string };

/** What every use case is told besides its input. The clock is read once, before anything is decided. */
export type Context = {
  now: Instant;
  client: Client;
  /** Adds a fact to the request's log line. */
  note(facts: { userId: string }): void;
};

/** Who asks, as authenticated: both were read together, and the session stands for the user. */
export type Caller = { user: User; session: Session };
export type CallerContext = Context & { caller: Caller };
