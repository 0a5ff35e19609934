import { randomUUID } from 'node:crypto';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY } from '../../domain/instant.ts';
import { sourceOf } from '../../domain/limits/source.ts';
import {
  BudgetState,
  FailureState,
  nextPassword,
  nextSource,
  SourceState,
  sourceRefund,
  spendBudget,
} from '../../domain/limits/throttle.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { sha256 } from '../../domain/sessions/tokens.ts';
import type { Limits, PasswordCounter } from '../../ports/limits/limits.ts';
import { type Key, throttleKey } from '../keys.ts';
import { getItems, send, sendIf, type Table } from '../table/table.ts';
import { dropCounter, refundFailure, spendCounter } from './counters.ts';
import { deviceItem, deviceKey, deviceOf, reserveAtDevice } from './known-devices.ts';

const sourceKey = (ip: string): Key => throttleKey('source', sha256(sourceOf(ip)));
const subjectKey = (subject: string): Key => throttleKey('account', sha256(subject));
const budgetKey = (kind: string, subject: string): Key => throttleKey('budget', sha256(`${kind} ${subject}`));
const counterKey = (counter: PasswordCounter): Key =>
  'device' in counter ? deviceKey(counter.device.hash) : subjectKey(counter.subject);

/** Sets parts of an existing counter's state, under a name of its own so that a concurrent swap sees it first. */
const amend = async (table: Table, key: Key, state: Record<string, number>): Promise<void> => {
  const names = Object.keys(state);
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: `SET ${names.map((name) => `#state.#${name} = :${name}`).join(', ')}, #attempt = :attempt`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: {
      '#state': 'state',
      '#attempt': 'attempt',
      ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':attempt': randomUUID(),
      ...Object.fromEntries(names.map((name) => [`:${name}`, state[name]])),
    },
  });
  await sendIf(() => table.client.send(command));
};

export const limits = (table: Table, security: SecuritySettings): Limits => ({
  async findDevices(hashes) {
    const items = await getItems(table, hashes.map(deviceKey));
    return items.flatMap((item) => (item ? [deviceOf(item)] : []));
  },

  async reserveSource(ip, name, now) {
    const decide = (state: SourceState | null) => nextSource(state, now, security);
    const spent = await spendCounter(table, {
      key: sourceKey(ip),
      name,
      forgetAt: now + DAY,
      schema: SourceState,
      decide,
    });
    return 'retryAt' in spent ? spent : null;
  },

  async refundSource(ip, { call, name, isCertain }) {
    const { calls, failures } = sourceRefund(security);
    const command = new UpdateCommand({
      TableName: table.name,
      Key: sourceKey(ip),
      // Writes under its own name, so that a concurrent swap sees it first.
      UpdateExpression:
        'SET #state.#failures = #state.#failures - :failures, #state.#calls = #state.#calls - :calls, #attempt = :attempt',
      // It also happens only once, although the SDK repeats a write whose answer is lost.
      ConditionExpression: isCertain ? 'attribute_exists(pk) AND #attempt <> :attempt' : '#attempt = :name',
      ExpressionAttributeNames: {
        ...{ '#state': 'state', '#failures': 'failures', '#calls': 'calls', '#attempt': 'attempt' },
      },
      ExpressionAttributeValues: {
        ...{ ':failures': failures, ':calls': call ? calls : 0, ':attempt': randomUUID() },
        ...(!isCertain && { ':name': name }),
      },
    });
    await sendIf(() => table.client.send(command));
  },

  async reservePassword(counter, name, now) {
    const decide = (state: FailureState | null) => nextPassword(state, now, security);
    const spent =
      'device' in counter
        ? await reserveAtDevice(table, counter.device, { name, now, security })
        : // Kept as long as the records: only a success ends a row of failures.
          await spendCounter(table, {
            key: subjectKey(counter.subject),
            name,
            forgetAt: now + security.recordDays * DAY,
            schema: FailureState,
            decide,
          });
    return 'retryAt' in spent ? spent : { closes: spent.inARow >= security.passwordFailuresInARow };
  },

  refundPassword: (counter, reservation) => refundFailure(table, counterKey(counter), reservation),

  async clearPassword(counter) {
    if ('device' in counter) await amend(table, counterKey(counter), { count: 0, inARow: 0, notBefore: 0 });
    else await dropCounter(table, counterKey(counter));
  },

  liftPassword: (counter) => amend(table, counterKey(counter), { count: 0, notBefore: 0 }),

  async rememberDevice(device, now) {
    await send(() => table.client.send(new PutCommand({ TableName: table.name, Item: deviceItem(device, now) })));
  },

  async spendBudget(kind, subject, now) {
    const decide = (state: BudgetState | null) => spendBudget(kind, state, now, security);
    const spent = await spendCounter(table, {
      key: budgetKey(kind, subject),
      forgetAt: now + DAY,
      schema: BudgetState,
      decide,
    });
    return 'retryAt' in spent ? spent : null;
  },

  restoreBudget: (kind, subject) => dropCounter(table, budgetKey(kind, subject)),
});
