import { type Item, query, type Table } from '../table/table.ts';

type Records = { partition: string; limit: number; before?: string | undefined };

/**
 * One page of a partition whose sort keys are ULIDs, newest first, and the id to continue before.
 * @param parse null for a record of a kind that only a later version knows: after a way back to this one, it is left out
 */
export const newestFirst = async <T>(
  table: Table,
  { partition, limit, before }: Records,
  parse: (item: Item) => T | null,
): Promise<{ records: T[]; next?: string }> => {
  const answer = await query(table, {
    KeyConditionExpression: before === undefined ? 'pk = :partition' : 'pk = :partition AND sk < :before',
    ExpressionAttributeValues: { ':partition': partition, ...(before !== undefined && { ':before': before }) },
    ScanIndexForward: false,
    // Reads one more than requested, to learn whether there are more.
    Limit: limit + 1,
  });
  const found = answer.Items ?? [];
  const shown = found.slice(0, limit);
  const records = shown.map(parse).filter((record) => record !== null);
  return { records, ...(found.length > limit && { next: String(shown.at(-1)?.sk) }) };
};
