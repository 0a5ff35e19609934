import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { Organization } from '../domain/entities/organization.ts';
import type { Organizations } from '../store-ports.ts';
import { organizationKey } from './keys.ts';
import { attempt, getItem, type Table } from './table/table.ts';

export const organizations = (table: Table): Organizations => ({
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
});
