import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Item, send, type Table } from './table.ts';

/** All items that a filter lets through, page by page. It reads the whole table: only for an operator's commands. */
export async function* scan(table: Table, input: Omit<ScanCommandInput, 'TableName'>): AsyncGenerator<Item[]> {
  let from: Record<string, unknown> | undefined;
  do {
    const command: ScanCommand = new ScanCommand({
      ...{ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: from },
      ...input,
    });
    const page = await send(() => table.client.send(command));
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
