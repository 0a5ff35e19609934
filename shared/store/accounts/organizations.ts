import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Organization } from '../../domain/entities/organization.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { Organizations } from '../../ports/accounts/organizations.ts';
import { administratorsKey, organizationKey } from '../keys.ts';
import { commit } from '../table/commit.ts';
import { attemptIf, getItem, type Table, unavailable } from '../table/table.ts';
import { byActor } from './administration.ts';
import { putEvent } from './records.ts';

export const organizations = (table: Table, numbers: Numbers): Organizations => ({
  async get(id) {
    const item = await getItem(table, organizationKey(id));
    return item ? Organization.parse(item) : null;
  },

  async create(organization) {
    // A transaction, for its token: to a repetition by the SDK, a lone conditional Put would refuse what it has written.
    const outcome = await commit(table, 'created', [
      {
        Put: {
          Item: { ...organizationKey(organization.id), ...organization },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        // Whoever asks again under the same id, because no answer came, finds what was made then.
        ifRefused: (found) => (found?.name === organization.name ? 'created' : 'taken'),
      },
    ]);
    if (outcome === 'taken') throw unavailable(new Error('another organization has this id'));
  },

  async setTwoFactorPolicy({ organizationId, policy, actor, event }) {
    return commit(table, 'set', [
      ...byActor(actor),
      {
        Update: {
          Key: organizationKey(organizationId),
          UpdateExpression: 'SET twoFactorPolicy = :policy',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':policy': policy },
        },
        ifRefused: 'not_found',
      },
      putEvent(actor.id, event, numbers),
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
    return (await attemptIf(() => table.client.send(command))) ? 'set' : 'not_found';
  },

  async administrators(organizationId) {
    const item = await getItem(table, administratorsKey(organizationId));
    return item?.ids instanceof Set ? [...(item.ids as Set<string>)] : [];
  },
});
