import type { Call } from './call.ts';

/*
 * What a call costs by DynamoDB's rules. DynamoDB Local counts single calls as the service does, but not transactions
 * and batches: in those, each item counts by itself, even one that does not exist.
 */

type Request = {
  ConsistentRead?: boolean;
  RequestItems?: Record<string, { Keys?: unknown[]; ConsistentRead?: boolean }>;
  TransactItems?: unknown[];
};
type Response = { ConsumedCapacity?: object };
export type Units = { readUnits: number; writeUnits: number };

const reads = new Set(['GetItem', 'BatchGetItem', 'Query']);
const perRead = (isConsistent: boolean | undefined): number => (isConsistent ? 1 : 0.5);

const counted = ({ ConsumedCapacity }: Response): number => {
  const parts = [ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[];
  return parts.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
};

const cost = (action: string, request: Request, response: Response): number => {
  if (action === 'TransactWriteItems') return Math.max(2 * (request.TransactItems?.length ?? 0), counted(response));
  if (action === 'BatchGetItem') {
    const tables = Object.values(request.RequestItems ?? {});
    return tables.reduce((sum, { Keys = [], ConsistentRead }) => sum + Keys.length * perRead(ConsistentRead), 0);
  }
  return action === 'GetItem' ? perRead(request.ConsistentRead) : counted(response);
};

const counting = new Set([
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
  'TransactGetItems',
]);

/** Makes DynamoDB report what the call cost; the client ignores what it did not ask for. */
export const withCounting = (call: Call): Call =>
  counting.has(call.action)
    ? { ...call, body: JSON.stringify({ ReturnConsumedCapacity: 'TOTAL', ...(JSON.parse(call.body) as object) }) }
    : call;

/** The cost of one successful call, with written items of up to 1 KB and read items of up to 4 KB. */
export const unitsOf = (action: string, requestBody: string, responseBody: string): Units => {
  const units = cost(action, JSON.parse(requestBody) as Request, JSON.parse(responseBody || '{}') as Response);
  return reads.has(action) ? { readUnits: units, writeUnits: 0 } : { readUnits: 0, writeUnits: units };
};
