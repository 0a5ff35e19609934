import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpEvent } from './event.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The client's address. What the edge reports counts only with the secret that the edge alone knows: whoever calls the
 * API directly could write anything there, and gets the address that the API saw.
 */
export const clientAddress = ({ headers, requestContext }: HttpEvent, originSecret: string): string => {
  const { 'x-origin-secret': sent, 'x-viewer-address': reported } = headers;
  const isFromEdge = sent !== undefined && timingSafeEqual(digest(sent), digest(originSecret));
  return isFromEdge && reported ? reported : requestContext.http.sourceIp;
};
