import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Happening } from '../../domain/events/happening.ts';
import type { Deliveries } from '../../ports/history/deliveries.ts';
import { eventKey, type Key, resetRequestKey, signInKey } from '../keys.ts';
import { attemptIf, getItem, type Table } from '../table/table.ts';

const keyOf = (happening: Happening): Key => {
  if (happening.kind === 'event') return eventKey(happening.userId, happening.event.id);
  if (happening.kind === 'new_device') return signInKey(happening.userId, happening.signIn.id);
  return resetRequestKey(happening.request.id);
};

/** A stream tells everything at least once: what was delivered is marked on the item that it tells of. */
export const deliveries = (table: Table): Deliveries => ({
  async isDue(happening) {
    const item = await getItem(table, keyOf(happening));
    return item !== undefined && item.deliveredAt === undefined;
  },

  async done(happening, now) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: keyOf(happening),
      UpdateExpression: 'SET deliveredAt = :now',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':now': now },
    });
    await attemptIf(() => table.client.send(command));
  },
});
