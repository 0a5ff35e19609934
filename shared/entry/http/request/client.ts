import type { Client } from '../../../domain/request.ts';
import type { Place } from '../../../domain/sessions/place.ts';
import type { HttpEvent } from '../event.ts';
import { cameByEdge, type OriginSecret } from './by-edge.ts';

const LONGEST_USER_AGENT = 256;
const COUNTRY = /^[A-Z]{2}$/;
/** Names of cities consist of these; anything else would not be one. */
const CITY = /^[\p{L}\p{M}\p{N} .,'’()/-]{1,64}$/u;

/** Names come percent-encoded if they are not ASCII. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

const placeOf = ({
  'cloudfront-viewer-country': country = '',
  ...headers
}: HttpEvent['headers']): Place | undefined => {
  if (!COUNTRY.test(country)) return undefined;
  const city = decoded(headers['cloudfront-viewer-city'] ?? '');
  return CITY.test(city) ? { country, city } : { country };
};

/**
 * Where a request comes from. What the edge reports about address and place counts only with the secret that the edge
 * alone knows: anyone calling the API directly could write anything there, so for them it is the address that the API
 * saw, and no place.
 */
export const clientOf = (event: HttpEvent, originSecret: OriginSecret): Client => {
  const { headers, requestContext } = event;
  const { 'x-viewer-address': reported, 'user-agent': userAgent = '' } = headers;
  const isByEdge = cameByEdge(event, originSecret);
  const place = isByEdge ? placeOf(headers) : undefined;
  return {
    ip: (isByEdge && reported) || requestContext.http.sourceIp,
    userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
    ...(place && { place }),
  };
};
