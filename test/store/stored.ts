import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { partitions } from '../../shared/store/schema.ts';

type Item = Record<string, AttributeValue>;
type Stored = Record<string, Item[]>;

const file = new URL('../stored/items.json', import.meta.url);
/** Of each kind, so many items with different attributes. */
const MOST = 4;

const kindOf = ({ pk }: Item): string =>
  Object.entries(partitions).find(([, prefix]) => pk?.S?.startsWith(prefix))?.[0] ?? `unknown: ${pk?.S}`;
const shapeOf = (item: Item): string => Object.keys(item).sort().join(' ');
/** Bytes as base64, as they are on the wire. */
const onTheWire = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

const everything = async (database: DynamoDBClient, TableName: string): Promise<Item[]> => {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await database.send(new ScanCommand({ TableName, ExclusiveStartKey: from, ConsistentRead: true }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

/** The items with the most attributes first: what they have in common with the others says nothing new. */
const samplesOf = (items: Item[]): Stored => {
  const kinds = Object.groupBy(items, kindOf);
  const samples = Object.entries(kinds).map(([kind, all = []]): [string, Item[]] => {
    const shapes = new Map(all.map((item) => [shapeOf(item), item]));
    const sorted = [...shapes].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
    return [kind, sorted.slice(0, MOST).map(([, item]) => item)];
  });
  return Object.fromEntries(samples.sort(([a], [b]) => (a < b ? -1 : 1)));
};

const attributesOf = (stored: Stored): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(stored).map(([kind, items]) => [kind, [...new Set(items.flatMap(Object.keys))].sort()]),
  );

/**
 * Samples of everything that the suites have stored are committed, for the check of upgrades: a version must read what
 * the ones beside it store. UPDATE_STORED=1 writes them anew.
 */
export const keptAsStored = (database: DynamoDBClient, tableName: string): void => {
  it('what is stored is what the samples have, so that another version can be asked whether it reads it', async () => {
    const stored = samplesOf(await everything(database, tableName));
    if (process.env.UPDATE_STORED) writeFileSync(file, `${JSON.stringify(stored, onTheWire, 1)}\n`);
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stored) : {};
    expect(Object.keys(stored)).toEqual(Object.keys(partitions).sort());
    expect(attributesOf(stored)).toEqual(attributesOf(kept));
  });
};
