import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Notification } from '../../domain/events/notification.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Deliveries } from '../../ports/history/deliveries.ts';
import { eventKey, type Key, resetRequestKey, signInKey } from '../keys.ts';
import { getItem, sendIf, type Table } from '../table/table.ts';

const keyOf = (notification: Notification): Key => {
  if (notification.kind === 'event') return eventKey(notification.userId, notification.event.id);
  if (notification.kind === 'new_device') return signInKey(notification.userId, notification.signIn.id);
  return resetRequestKey(notification.request.id);
};

const mark = async (table: Table, key: Key, attribute: 'deliveredAt' | 'refusedAt', now: Instant): Promise<void> => {
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: `SET ${attribute} = :now REMOVE sendAgain`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': now },
  });
  await sendIf(() => table.client.send(command));
};

/** A stream delivers everything at least once, so each delivery is marked on the item that it reports. */
export const deliveries = (table: Table): Deliveries => ({
  async isDue(notification) {
    const item = await getItem(table, keyOf(notification));
    return item !== undefined && item.deliveredAt === undefined && item.refusedAt === undefined;
  },

  done: (notification, now) => mark(table, keyOf(notification), 'deliveredAt', now),
  refused: (notification, now) => mark(table, keyOf(notification), 'refusedAt', now),
});
