import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Refusals } from '../../ports/history/refusals.ts';
import type { Key } from '../keys.ts';
import { scan } from '../table/scan.ts';
import { sendIf, type Table } from '../table/table.ts';

/** The stream tells of the change, and the delivery of the item takes it up. */
const sendAgain = (table: Table, { pk, sk }: Key): Promise<boolean> =>
  sendIf(() =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk, sk },
        UpdateExpression: 'SET sendAgain = :yes REMOVE refusedAt',
        ConditionExpression: 'attribute_exists(refusedAt)',
        ExpressionAttributeValues: { ':yes': true },
      }),
    ),
  );

export const refusals = (table: Table): Refusals => ({
  async sendAgain(since) {
    let asked = 0;
    const refused = { FilterExpression: 'refusedAt >= :since', ExpressionAttributeValues: { ':since': since } };
    for await (const items of scan(table, { ...refused, ProjectionExpression: 'pk, sk' })) {
      for (const item of items) if (await sendAgain(table, item as Key)) asked += 1;
    }
    return asked;
  },
});
