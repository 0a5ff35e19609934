import { decodeCursor, encodeCursor } from '../../domain/cursor.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import { ID_PATTERN } from '../../domain/fields.ts';
import type { SecurityEvents } from '../../ports/history/security-events.ts';

export type EventPageNeeds = { securityEvents: Pick<SecurityEvents, 'page'> };
export type EventPageInput = { limit: number; cursor?: string | undefined };

/** What happened to a user's account, newest first, in the form that its reader may see. */
export const eventPage = async <View>(
  { securityEvents }: EventPageNeeds,
  userId: string,
  { limit, cursor }: EventPageInput,
  view: (event: SecurityEvent) => View,
) => {
  const before = cursor === undefined ? undefined : decodeCursor(cursor, (id) => ID_PATTERN.test(id));
  const page = await securityEvents.page(userId, limit, before);
  return { events: page.events.map(view), ...(page.next && { nextCursor: encodeCursor(page.next) }) };
};
