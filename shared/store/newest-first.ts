import { userKey } from './keys.ts';
import { type Item, query, type Table } from './table/table.ts';

type Records = { userId: string; prefix: string; limit: number; before?: string | undefined };

/** A page of a user's records of one kind, whose sort key is a prefix and a ULID; and the id to go on before. */
export const newestFirst = async <T extends { id: string }>(
  table: Table,
  { userId, prefix, limit, before }: Records,
  parse: (item: Item) => T,
): Promise<{ records: T[]; next?: string }> => {
  const answer = await query(table, {
    KeyConditionExpression: 'pk = :user AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':user': userKey(userId).pk,
      ':first': prefix,
      ':last': `${prefix}${before ?? '~'}`,
    },
    ScanIndexForward: false,
    // One more than asked tells whether there are more; the record to go on before comes again and is left out.
    Limit: limit + 2,
  });
  const found = (answer.Items ?? []).map(parse).filter(({ id }) => id !== before);
  const records = found.slice(0, limit);
  const last = records.at(-1);
  return { records, ...(found.length > limit && last && { next: last.id }) };
};
