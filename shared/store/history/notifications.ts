import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { Notification } from '../../domain/events/notification.ts';
import { securityEventTypes } from '../../domain/events/security-event.ts';
import { type Key, userIdOf } from '../keys.ts';
import { partitions } from '../schema.ts';
import type { Item } from '../table/table.ts';

const isKnownType = (type: unknown): boolean => securityEventTypes.some((known) => known === type);

/** Which kind of news an item is. */
const told = (item: Item & Key): object | null => {
  if (item.pk.startsWith(partitions.resetRequest)) return { kind: 'password_reset', request: item };
  // What only a later version knows holds up nobody's mails after a way back to this one.
  if (item.pk.startsWith(partitions.event) && !isKnownType(item.type)) return null;
  if (item.pk.startsWith(partitions.event)) return { kind: 'event', userId: userIdOf(item), event: item };
  if (item.pk.startsWith(partitions.signIn)) return { kind: 'new_device', userId: userIdOf(item), signIn: item };
  return null;
};

/** What a new item of the table means, as seen in its stream; null if no one has to be notified. */
export const toNotification = (image: Record<string, never>): Notification | null => {
  const notification = told(unmarshall(image) as Item & Key);
  return notification && z.parse(Notification, notification);
};
