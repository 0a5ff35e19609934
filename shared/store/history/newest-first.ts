import { type Item, query, type Table } from '../table/table.ts';

type Records = { partition: string; limit: number; before?: string | undefined };

/** One page of a partition whose sort keys are ULIDs, newest first, and the id to continue before. */
export const newestFirst = async <T extends { id: string }>(
  table: Table,
  { partition, limit, before }: Records,
  parse: (item: Item) => T,
): Promise<{ records: T[]; next?: string }> => {
  const answer = await query(table, {
    KeyConditionExpression: before === undefined ? 'pk = :partition' : 'pk = :partition AND sk < :before',
    ExpressionAttributeValues: { ':partition': partition, ...(before !== undefined && { ':before': before }) },
    ScanIndexForward: false,
    // Reads one more than requested, to learn whether there are more.
    Limit: limit + 1,
  });
  const found = (answer.Items ?? []).map(parse);
  const records = found.slice(0, limit);
  const last = records.at(-1);
  return { records, ...(found.length > limit && last && { next: last.id }) };
};
