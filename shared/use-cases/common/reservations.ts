import { bestEffort } from '../../domain/best-effort.ts';
import { Failure } from '../../domain/errors.ts';
import { type Instant, SECOND } from '../../domain/instant.ts';
import type { Wait } from '../../domain/limits/throttle.ts';
import type { LogReason } from '../../domain/log-reasons.ts';
import type { Context } from '../../domain/request.ts';
import { newReservationName } from '../../domain/sessions/tokens.ts';
import type { Reservation } from '../../ports/limits/limits.ts';

/** The answer to anyone who has to wait: the same for every limit, and for known and unknown accounts. */
export const tooManyAttempts = ({ retryAt }: Wait, now: Instant): Failure =>
  new Failure(
    'too_many_attempts',
    retryAt === null ? {} : { retryAfter: Math.max(1, Math.ceil((retryAt - now) / SECOND)) },
  );

/** A setup's attempts cause no waits: they are either left or spent. */
type Limit = 'source_limit' | 'password_limit' | 'second_factor_limit' | 'setup';
/** Waiting does not help here. */
const closed: Partial<Record<Limit, LogReason>> = {
  password_limit: 'password_limit_closed',
  second_factor_limit: 'second_factor_limit_closed',
};

type Spending<Spent> = {
  /** What is spent, for the log line. */
  limit: Limit;
  /** Null: there is nothing to try, and nothing was spent. */
  spend(name: string): Promise<Spent | Wait | null>;
  /** @param failure why it is given back */
  refund(reservation: Reservation, failure: unknown): Promise<void>;
};

/** What an attempt has spent before anything was compared. */
export class Reservations {
  private readonly held: { limit: string; refund(failure: unknown): Promise<void> }[] = [];
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  /**
   * Spends, and remembers how to undo it. A wait is returned to the caller; an error is undone like everything else,
   * since the write may have been made although its answer was lost.
   */
  async reserve<Spent>({ limit, spend, refund }: Spending<Spent>): Promise<Spent | Wait | null> {
    const reservation = { name: newReservationName(), isCertain: false };
    const held = { limit, refund: (failure: unknown) => refund(reservation, failure) };
    this.held.push(held);
    const spent = await spend(reservation.name);
    reservation.isCertain = true;
    if (spent === null || isWait(spent)) this.held.splice(this.held.indexOf(held), 1);
    return spent;
  }

  /** The same, but a wait ends the request. */
  async require<Spent>(spending: Spending<Spent>): Promise<Spent | null> {
    const spent = await this.reserve(spending);
    if (spent === null || !isWait(spent)) return spent;
    const { note, now } = this.context;
    const { limit } = spending;
    const reason = (spent.retryAt === null && closed[limit]) || limit;
    if (reason !== 'setup') note({ reason });
    throw tooManyAttempts(spent, now);
  }

  /** Gives one back although the rest stays spent: a correct call is not a failure. */
  async refundOnly(limit: Limit): Promise<void> {
    const index = this.held.findIndex((held) => held.limit === limit);
    const [held] = index < 0 ? [] : this.held.splice(index, 1);
    if (held) await bestEffort(this.context, `refund ${limit}`, held.refund(undefined));
  }

  async refundAll(failure: unknown): Promise<void> {
    const held = this.held.splice(0);
    await Promise.all(held.map(({ limit, refund }) => bestEffort(this.context, `refund ${limit}`, refund(failure))));
  }
}

const isWait = (spent: unknown): spent is Wait => typeof spent === 'object' && spent !== null && 'retryAt' in spent;

/** A guess was compared and was wrong: only these failures stay charged. */
const wasCompared = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'credentials_invalid' || error.code === 'code_invalid');

/**
 * Reserve, then compare. A wrong guess spends whatever `attempt` reserves; if the attempt fails otherwise, nothing was
 * compared (or it matched), and everything is given back: trouble on our side costs the user nothing.
 */
export const reserving = async <T>(
  context: Context,
  attempt: (reservations: Reservations) => Promise<T>,
): Promise<T> => {
  const reservations = new Reservations(context);
  try {
    return await attempt(reservations);
  } catch (error) {
    if (!wasCompared(error)) await reservations.refundAll(error);
    throw error;
  }
};
