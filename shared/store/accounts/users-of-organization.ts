import { type Key, userIdOf, userKey, usersByTwoFactor } from '../keys.ts';
import { schema } from '../schema.ts';
import { getItems, query, type Table } from '../table/table.ts';

/** All users of an organization, one page of the index at a time. */
export async function* usersOf(
  table: Table,
  organizationId: string,
): AsyncGenerator<{ id: string; isEnabled: boolean }> {
  for (const status of ['enabled', 'disabled'] as const) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await query(table, {
        IndexName: schema.indexes[0].name,
        KeyConditionExpression: 'gsi1pk = :partition',
        ExpressionAttributeValues: { ':partition': usersByTwoFactor(organizationId, status) },
        Limit: 100,
        ExclusiveStartKey: from,
      });
      const ids = ((page.Items ?? []) as Key[]).map(userIdOf);
      const items = await getItems(table, ids.map(userKey));
      for (const [index, item] of items.entries()) {
        if (item) yield { id: ids[index] ?? '', isEnabled: item.twoFactorEnabledAt !== undefined };
      }
      from = page.LastEvaluatedKey;
    } while (from);
  }
}
