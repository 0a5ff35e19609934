import type { HttpEvent } from '../event.ts';
import { cameByEdge, type OriginSecret } from './by-edge.ts';

/**
 * The client's address. The edge's report counts only with the secret that the edge alone knows: anyone calling the API
 * directly could write anything there, so for them it is the address that the API saw.
 */
export const clientAddress = (event: HttpEvent, originSecret: OriginSecret): string => {
  const { 'x-viewer-address': reported } = event.headers;
  return reported && cameByEdge(event, originSecret) ? reported : event.requestContext.http.sourceIp;
};
