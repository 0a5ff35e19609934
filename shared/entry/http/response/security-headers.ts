import type { HttpResponse } from '../event.ts';

const TWO_YEARS = 63_072_000;

/** The edge adds the same headers to responses that no function produced. */
export const headers = {
  'cache-control': 'no-store',
  // A response opened as a document loads nothing, runs nothing and cannot be framed.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': `max-age=${TWO_YEARS}`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

type Exchange = { event: { requestContext: { requestId: string } }; response?: HttpResponse | null };

const add = ({ event, response }: Exchange): void => {
  if (!response) return;
  // An image sets its own where these would keep mails from showing it.
  response.headers = { ...headers, ...response.headers, 'x-request-id': event.requestContext.requestId };
};

/**
 * Applies to every response, failures included: use it before `problemResponse`, which creates the response for a
 * failure.
 */
export const securityHeaders = () => ({ after: add, onError: add });
