import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Context } from '../../domain/request.ts';
import type { Ids } from '../../ports/ids.ts';

/** The actor is unknown: someone had the right password but not the second factor. */
export const STRANGER = 'stranger';
/** The actor used a link: the owner, or whoever else had it. */
export const LINK_HOLDER = 'link-holder';

/** What happened, for the transaction that makes it happen; `actorId` is who did it. */
export const newEvent = (
  { ids }: { ids: Ids },
  { now, client }: Pick<Context, 'now' | 'client'>,
  type: SecurityEvent['type'],
  actorId: string,
  facts: Pick<
    SecurityEvent,
    'reason' | 'permissions' | 'link' | 'aboutId' | 'sealedPass' | 'newEmail' | 'previousEmail' | 'authVersion'
  > = {},
): SecurityEvent => ({
  id: ids.next(now),
  type,
  actorId,
  at: now,
  ip: client.ip,
  ...(client.userAgent !== '' && { userAgent: client.userAgent }),
  ...(client.place && { place: client.place }),
  ...facts,
});
