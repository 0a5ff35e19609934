import { Failure } from '../../../domain/errors.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import { errorFacts } from '../../error-facts.ts';
import type { HttpEvent, HttpResponse } from '../event.ts';

type Exchange = {
  event: HttpEvent;
  error: unknown;
  response?: HttpResponse | null;
  /** The Lambda context, through which middleware and handlers share what they know about the request. */
  context: { facts?: Facts };
};

export type Facts = { startedAt: number; userId?: string; ip?: string; reason?: string };

const outcomeOf = (error: unknown): string => {
  if (error === undefined || error === null) return 'ok';
  return error instanceof Failure ? error.code : 'internal';
};

/** One line per request: what was asked, who asked, and how it ended. */
export const requestLog = (operation: string, { clock, log }: { clock: Clock; log: Log }) => {
  const write = ({ event, error, response, context }: Exchange): void => {
    const { startedAt = clock.now(), ...facts } = context.facts ?? {};
    const status = response?.statusCode ?? 500;
    log({
      level: status >= 500 ? 'ERROR' : 'INFO',
      operation,
      outcome: outcomeOf(error),
      status,
      requestId: event.requestContext.requestId,
      durationMs: clock.now() - startedAt,
      ...facts,
      ...(status >= 500 && { error: errorFacts(error) }),
    });
  };
  return {
    before: ({ context }: Exchange): void => {
      context.facts = { startedAt: clock.now() };
    },
    after: write,
    onError: write,
  };
};
