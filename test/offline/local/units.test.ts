import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../local/aws/units.ts';

const units = (action: string, request: object, response: object = {}) =>
  unitsOf(action, JSON.stringify(request), JSON.stringify(response));

describe('units by DynamoDB’s rules', () => {
  it('are one for a consistent read and half for another', () => {
    expect(units('GetItem', { ConsistentRead: true })).toEqual({ readUnits: 1, writeUnits: 0 });
    expect(units('GetItem', {})).toEqual({ readUnits: 0.5, writeUnits: 0 });
  });

  it('count each item of a batch, whether it exists or not', () => {
    const keys = [{ pk: 'a' }, { pk: 'b' }, { pk: 'c' }];
    expect(units('BatchGetItem', { RequestItems: { table: { Keys: keys, ConsistentRead: true } } })).toEqual({
      readUnits: 3,
      writeUnits: 0,
    });
  });

  it('are two for each item of a transaction', () => {
    expect(units('TransactWriteItems', { TransactItems: [{}, {}, {}] })).toEqual({ readUnits: 0, writeUnits: 6 });
  });

  it('are what the service says for everything else', () => {
    const said = { ConsumedCapacity: { CapacityUnits: 3 } };
    expect(units('UpdateItem', {}, said)).toEqual({ readUnits: 0, writeUnits: 3 });
    expect(units('Query', {}, said)).toEqual({ readUnits: 3, writeUnits: 0 });
  });
});
