import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Organization } from '../../domain/entities/organization.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Organizations } from '../../ports/accounts/organizations.ts';
import { administratorsKey, organizationKey } from '../keys.ts';
import { commit } from '../table/commit.ts';
import { asFailure, getItem, sendIf, type Table } from '../table/table.ts';
import { requireActor } from './administration.ts';
import { putEvent } from './records.ts';

export const organizations = (table: Table, security: SecuritySettings): Organizations => ({
  async get(id) {
    const item = await getItem(table, organizationKey(id));
    return item ? Organization.parse(item) : null;
  },

  async create(organization) {
    // Uses a transaction for its token: if the SDK repeated a lone conditional Put, its own first write would refuse it.
    const outcome = await commit(table, 'created', [
      {
        Put: {
          Item: { ...organizationKey(organization.id), ...organization },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        // If an earlier request with this id got no answer, returns what it created.
        ifRefused: (found) => (found?.name === organization.name ? 'created' : 'taken'),
      },
    ]);
    if (outcome === 'taken') throw asFailure(new Error('another organization has this id'));
  },

  async setTwoFactorPolicy({ organizationId, policy, actor, event }) {
    return commit(table, 'set', [
      ...requireActor(actor),
      {
        Update: {
          Key: organizationKey(organizationId),
          UpdateExpression: 'SET twoFactorPolicy = :policy',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':policy': policy },
        },
        ifRefused: 'not_found',
      },
      putEvent(actor.id, event, security),
    ]);
  },

  async setDomains(organizationId, domains) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: organizationKey(organizationId),
      UpdateExpression: 'SET domains = :domains',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':domains': domains },
    });
    return (await sendIf(() => table.client.send(command))) ? 'set' : 'not_found';
  },

  async administrators(organizationId) {
    const item = await getItem(table, administratorsKey(organizationId));
    return item?.ids instanceof Set ? [...(item.ids as Set<string>)] : [];
  },
});
