import type { SecurityEvent } from '../../domain/entities/security-event.ts';
import type { Context } from '../../domain/request.ts';
import type { Ids } from '../../ports.ts';

/** Did it without being known: whoever had the right password and not the second factor. */
export const STRANGER = 'stranger';

/** What happened, for the transaction that makes it happen; `actorId` is who did it. */
export const newEvent = (
  { ids }: { ids: Ids },
  { now, client }: Pick<Context, 'now' | 'client'>,
  type: SecurityEvent['type'],
  actorId: string,
  reason?: string,
): SecurityEvent => ({
  id: ids.next(now),
  type,
  actorId,
  at: now,
  ip: client.ip,
  ...(reason !== undefined && { reason }),
});
