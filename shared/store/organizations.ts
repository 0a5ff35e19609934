import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { Organization } from '../domain/entities/organization.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { Organizations } from '../store-ports.ts';
import { organizationKey } from './keys.ts';
import { putEvent } from './records.ts';
import { attempt, getItem, type Table } from './table/table.ts';
import { transact } from './table/transact.ts';

export const organizations = (table: Table, numbers: Numbers): Organizations => ({
  async get(id) {
    const item = await getItem(table, organizationKey(id));
    return item ? Organization.parse(item) : null;
  },

  async create(organization) {
    const command = new PutCommand({
      TableName: table.name,
      Item: { ...organizationKey(organization.id), ...organization },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await attempt(() => table.client.send(command));
  },

  async setTwoFactorPolicy({ organizationId, policy, actor, event }) {
    await transact(table, {
      organization: {
        Update: {
          Key: organizationKey(organizationId),
          UpdateExpression: 'SET twoFactorPolicy = :policy',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':policy': policy },
        },
      },
      event: putEvent(actor.id, event, numbers),
    });
  },
});
