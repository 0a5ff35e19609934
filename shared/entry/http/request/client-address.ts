import type { HttpEvent } from '../event.ts';
import { cameByEdge, type OriginSecret } from './by-edge.ts';

/**
 * The client's address. What the edge reports counts only with the secret that the edge alone knows: whoever calls the
 * API directly could write anything there, and gets the address that the API saw.
 */
export const clientAddress = (event: HttpEvent, originSecret: OriginSecret): string => {
  const { 'x-viewer-address': reported } = event.headers;
  return reported && cameByEdge(event, originSecret) ? reported : event.requestContext.http.sourceIp;
};
