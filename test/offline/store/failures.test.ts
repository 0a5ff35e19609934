import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { organizations } from '../../../shared/store/accounts/organizations.ts';
import { commit, orElse, type Write } from '../../../shared/store/table/commit.ts';
import { compareAndSwap } from '../../../shared/store/table/compare-and-swap.ts';
import { getItem, getItems, type Table } from '../../../shared/store/table/table.ts';
import { defaultSecurity } from '../../security-settings.ts';
import { failureOf } from '../../world.ts';

/*
 * Tests what DynamoDB Local never does: conflicts, throttling, lost answers. The SDK is the real one; the service it
 * talks to answers as documented.
 */
type Scripted = { status: number; body: object };
type Sent = Record<string, unknown>;
type Answering = (sent: Sent) => Scripted;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const tableAnswering = async (answer: Answering): Promise<Table & { sent: Sent[] }> => {
  const sent: Sent[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = JSON.parse(await text(incoming)) as Sent;
    sent.push(request);
    const { status, body } = answer(request);
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  stops.push(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { name: 'T', client: DynamoDBDocumentClient.from(client), sent };
};

/** One answer after the other; the last one repeats. */
const tableThat = async (...answers: Scripted[]) => {
  let count = 0;
  return tableAnswering(() => answers[Math.min(count++, answers.length - 1)] as Scripted);
};
const ok = (body: object = {}): Scripted => ({ status: 200, body });
const named = (name: string, more: object = {}): Scripted => ({
  status: /Internal/.test(name) ? 500 : 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'detail', ...more },
});
const cancelled = (...codes: string[]): Scripted =>
  named('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) });
const refusedWith = (item: object): Scripted => named('ConditionalCheckFailedException', { Item: marshall(item) });

const writes: Write<'one gone' | 'two gone'>[] = [
  orElse({ Delete: { Key: { pk: 'a', sk: 'b' } } }, 'one gone'),
  orElse({ Delete: { Key: { pk: 'c', sk: 'd' } } }, 'two gone'),
];

describe('a transaction', () => {
  it('that conflicts with another is retried, with the same token, so that it cannot happen twice', async () => {
    const table = await tableThat(
      cancelled('None', 'TransactionConflict'),
      named('TransactionInProgressException'),
      ok(),
    );
    expect(await commit(table, 'done', writes)).toBe('done');
    expect(table.sent).toHaveLength(3);
    expect(new Set(table.sent.map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(1);
  });

  it('that always conflicts is unavailable after 5 retries, not a wrong code', async () => {
    const table = await tableThat(cancelled('TransactionConflict', 'None'));
    expect(await failureOf(commit(table, 'done', writes))).toBe('temporarily_unavailable');
    expect(table.sent).toHaveLength(6);
  });

  it('whose condition does not hold says what that means, and is not retried', async () => {
    const table = await tableThat(cancelled('None', 'ConditionalCheckFailed'));
    expect(await commit(table, 'done', writes)).toBe('two gone');
    expect(table.sent).toHaveLength(1);
  });

  it('in which several conditions do not hold means what the first of them means', async () => {
    const both = () => tableThat(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'));
    expect(await commit(await both(), 'done', writes)).toBe('one gone');
    const [one, two] = writes.map(({ ifRefused: _, ...write }) => write);
    expect(await commit(await both(), 'done', [one ?? {}, orElse(two ?? {}, 'two gone')])).toBe('two gone');
  });

  it('may decide on the item that refused it', async () => {
    const Item = marshall({ name: 'Acme' });
    const refused = named('TransactionCanceledException', {
      CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item }],
    });
    const seen: unknown[] = [];
    const write: Write<'refused'> = {
      Delete: { Key: { pk: 'a' } },
      ifRefused(found) {
        seen.push(found);
        return 'refused';
      },
    };
    expect(await commit(await tableThat(refused), 'done', [write])).toBe('refused');
    expect(seen).toEqual([{ name: 'Acme' }]);
  });

  it('refused by a write that should not refuse is trouble, and is not retried', async () => {
    const table = await tableThat(cancelled('ConditionalCheckFailed'));
    expect(await failureOf(commit(table, 'done', [{ Delete: { Key: { pk: 'a', sk: 'b' } } }]))).toBe(
      'temporarily_unavailable',
    );
    expect(table.sent).toHaveLength(1);
  });

  it.each(['InternalServerError', 'TimeoutError', 'AccessDeniedException', 'ProvisionedThroughputExceededException'])(
    'that fails with %s is unavailable',
    async (name) => {
      expect(await failureOf(commit(await tableThat(named(name)), 'done', writes))).toBe('temporarily_unavailable');
    },
  );

  it('that DynamoDB calls malformed is our bug, and not a "try again"', async () => {
    await expect(commit(await tableThat(named('ValidationException')), 'done', writes)).rejects.toThrow('detail');
  });
});

describe('the creation of an organization', () => {
  const organization = { id: '01jzzzzzzzzzzzzzzzzzzzzzzz', name: 'Acme', createdAt: 7 };
  const found = (item: object): Scripted =>
    named('TransactionCanceledException', {
      CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: marshall(item) }],
    });
  const create = (table: Table) => organizations(table, defaultSecurity).create(organization);

  it('has a token, so that a repetition by the SDK does not conflict with its own write', async () => {
    const table = await tableThat(ok());
    await create(table);
    expect(table.sent).toEqual([expect.objectContaining({ ClientRequestToken: expect.stringMatching(/./) })]);
  });

  it('succeeds if an earlier attempt, whose answer was lost, has created it', async () => {
    await expect(create(await tableThat(found({ ...organization, createdAt: 3 })))).resolves.toBeUndefined();
  });

  it('does not mistake another organization for it', async () => {
    expect(await failureOf(create(await tableThat(found({ ...organization, name: 'Globex' }))))).toBe(
      'temporarily_unavailable',
    );
  });
});

describe('a batch', () => {
  it('asks again for what was left out', async () => {
    const keys = [
      { pk: 'a', sk: 'x' },
      { pk: 'b', sk: 'x' },
    ];
    const table = await tableThat(
      ok({ Responses: { T: [marshall(keys[1])] }, UnprocessedKeys: { T: { Keys: [marshall(keys[0])] } } }),
      ok({ Responses: { T: [marshall(keys[0])] } }),
    );
    expect(await getItems(table, keys)).toEqual(keys);
  });

  it('that is never complete is unavailable: no one is considered missing', async () => {
    const keys = [{ pk: 'a', sk: 'x' }];
    const table = await tableThat(ok({ Responses: {}, UnprocessedKeys: { T: { Keys: [marshall(keys[0])] } } }));
    expect(await failureOf(getItems(table, keys))).toBe('temporarily_unavailable');
  });
});

describe('compare-and-swap', () => {
  const swap = (table: Table, names: string[] = []) =>
    compareAndSwap<string>(table, {
      isBy: (item, name) => item.attempt === name,
      write: (seen, name) => {
        names.push(name);
        return seen?.full ? { refused: 'full' } : { Key: { pk: 'a', sk: 'b' }, UpdateExpression: 'SET x = :x' };
      },
    });

  it('that conflicts with a transaction on the same item is retried, and unavailable after 5 retries', async () => {
    const met = named('TransactionConflictException');
    expect(await swap(await tableThat(met, met, ok({ Attributes: marshall({ value: 7 }) })))).toEqual({
      item: { value: 7 },
    });
    const always = await tableThat(met);
    expect(await failureOf(swap(always))).toBe('temporarily_unavailable');
    expect(always.sent).toHaveLength(6);
  });

  it('decides on what a refused write returned', async () => {
    expect(await swap(await tableThat(refusedWith({ full: true })))).toEqual({ refused: 'full' });
  });

  it('recognizes its own write if the first answer was lost: nothing is charged twice', async () => {
    const names: string[] = [];
    const table = await tableAnswering(() => refusedWith({ attempt: names[0], value: 7 }));
    expect(await swap(table, names)).toEqual({ item: { attempt: names[0], value: 7 } });
    expect(table.sent).toHaveLength(1);
  });

  it('fails closed if others are always faster, and if the table is throttled', async () => {
    expect(await failureOf(swap(await tableThat(refusedWith({ attempt: 'another' }))))).toBe('temporarily_unavailable');
    expect(await failureOf(swap(await tableThat(named('ThrottlingException'))))).toBe('temporarily_unavailable');
  });
});

describe('a call', () => {
  it('keeps its cause for the log', async () => {
    const table = await tableThat(named('InternalServerError'));
    const cause = expect.objectContaining({ name: 'InternalServerError' });
    await expect(getItem(table, { pk: 'a', sk: 'b' })).rejects.toMatchObject({
      code: 'temporarily_unavailable',
      cause,
    });
  });
});
