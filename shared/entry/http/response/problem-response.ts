import { problemOf, problems } from '../../../contract/problems.ts';
import { Failure } from '../../../domain/errors.ts';
import type { HttpEvent, HttpResponse } from '../event.ts';
import { MethodNotAllowed } from '../method-not-allowed.ts';

type Exchange = { event: HttpEvent; error: unknown; response?: HttpResponse | null };

/**
 * The one place where an error becomes a response. Anything but a Failure becomes `internal`: its details stay in the
 * log.
 */
const respond = (exchange: Exchange): void => {
  const failure = exchange.error instanceof Failure ? exchange.error : new Failure('internal');
  const { requestId } = exchange.event.requestContext;
  exchange.response = {
    statusCode: problems[failure.code].status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(failure.retryAfter !== undefined && { 'retry-after': String(failure.retryAfter) }),
      ...(failure instanceof MethodNotAllowed && { allow: failure.allow.join(', ') }),
      ...(failure.code === 'session_required' && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(problemOf(failure.code, requestId, failure.errors)),
  };
};

export const problemResponse = () => ({ onError: respond });
