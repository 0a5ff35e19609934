import { createHash, timingSafeEqual } from 'node:crypto';
import { Failure } from '../../../domain/errors.ts';
import type { HttpEvent } from '../event.ts';

export type OriginSecret = {
  /** What a request that came through the edge may carry: one value now, another one after the next rotation. */
  values: string[];
  /** Whether requests without it are refused, so that no one can bypass a firewall at the edge. */
  isRequired: boolean;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a request came through the edge: only the edge knows the secret. */
export const cameByEdge = ({ headers }: HttpEvent, { values }: OriginSecret): boolean => {
  const sent = headers['x-origin-secret'];
  return sent !== undefined && values.some((value) => timingSafeEqual(digest(sent), digest(value)));
};

/**
 * Whether a request claims to come through the edge and does not: someone guesses, or the two sides have different
 * secrets, and then everyone behind the edge shares one address.
 */
export const isForged = (event: HttpEvent, originSecret: OriginSecret): boolean =>
  event.headers['x-origin-secret'] !== undefined && !cameByEdge(event, originSecret);

/** Runs before anything else is done with a request. */
export const edgeOnly = (originSecret: OriginSecret) => ({
  before: ({ event }: { event: HttpEvent }): void => {
    if (originSecret.isRequired && !cameByEdge(event, originSecret)) throw new Failure('origin_rejected');
  },
});
