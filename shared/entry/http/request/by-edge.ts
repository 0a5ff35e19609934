import { createHash, timingSafeEqual } from 'node:crypto';
import { Failure } from '../../../domain/errors.ts';
import type { HttpEvent } from '../event.ts';

export type OriginSecret = {
  /** What a request that came through the edge carries. */
  value: string;
  /** Whether requests without it are refused, so that no one can bypass a firewall at the edge. */
  isRequired: boolean;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** While the secret is rotated, the edge sends the new one and the old one, and a function knows either. */
const sentIn = ({ headers }: HttpEvent): string[] =>
  [headers['x-origin-secret'], headers['x-previous-origin-secret']].filter((sent) => sent !== undefined);

/** Whether a request came through the edge: only the edge knows the secret. */
export const cameByEdge = (event: HttpEvent, { value }: OriginSecret): boolean =>
  sentIn(event).some((sent) => timingSafeEqual(digest(sent), digest(value)));

/**
 * Whether a request claims to come through the edge and does not: someone guesses, or the two sides have different
 * secrets, and then everyone behind the edge shares one address.
 */
export const isForged = (event: HttpEvent, originSecret: OriginSecret): boolean =>
  sentIn(event).length > 0 && !cameByEdge(event, originSecret);

/** Runs before anything else is done with a request. */
export const edgeOnly = (originSecret: OriginSecret) => ({
  before: ({ event }: { event: HttpEvent }): void => {
    if (originSecret.isRequired && !cameByEdge(event, originSecret)) throw new Failure('origin_rejected');
  },
});
