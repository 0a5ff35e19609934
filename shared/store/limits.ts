import { randomUUID } from 'node:crypto';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, type Instant, ttlAfter } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { sourceOf } from '../domain/source.ts';
import {
  type Decision,
  type FailureState,
  failureInterval,
  isWait,
  type SourceState,
  spendAttempt,
  spendSource,
  type Wait,
} from '../domain/throttle.ts';
import { sha256 } from '../domain/tokens.ts';
import type { Limits } from '../limit-ports.ts';
import { type Key, throttleKey } from './keys.ts';
import { deviceKey, takeDevice } from './known-devices.ts';
import { compareAndSwap } from './table/compare-and-swap.ts';
import { attempt, attemptIf, type Table } from './table/table.ts';

const sourceKey = (ip: string): Key => throttleKey('source', sha256(sourceOf(ip)));
const subjectKey = (subject: string): Key => throttleKey('account', sha256(subject));

/** Spends from a counter that need not exist yet: the first write guesses that it does not. */
const take = async <State>(
  table: Table,
  key: Key,
  decide: (state: State | null) => Decision<State>,
  forgetAt: Instant,
): Promise<Wait | null> => {
  const outcome = await compareAndSwap<Wait>(table, {
    isBy: (item, name) => item.attempt === name,
    write(seen, name) {
      const decision = decide((seen?.state as State | undefined) ?? null);
      if (isWait(decision)) return { refused: decision };
      return {
        Key: key,
        UpdateExpression: 'SET #state = :next, #attempt = :attempt, #ttl = :ttl',
        ConditionExpression: seen ? '#attempt = :seen' : 'attribute_not_exists(pk)',
        ExpressionAttributeNames: { '#state': 'state', '#attempt': 'attempt', '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':next': decision.next,
          ':attempt': name,
          ':ttl': ttlAfter(forgetAt),
          ...(seen && { ':seen': seen.attempt }),
        },
      };
    },
  });
  return 'refused' in outcome ? outcome.refused : null;
};

const noFailures = (now: Instant): FailureState => ({ count: 0, notBefore: 0, lastAt: now });

export const limits = (table: Table, numbers: Numbers): Limits => ({
  takeSource: (ip, now) =>
    take<SourceState>(table, sourceKey(ip), (state) => spendSource(state, now, numbers), now + DAY),

  async giveBackSource(ip) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: sourceKey(ip),
      // Under a name of its own: who is about to swap must see it first.
      UpdateExpression: 'SET #state.#failures = #state.#failures - :one, #attempt = :attempt',
      // And once: the SDK repeats it where an answer is lost.
      ConditionExpression: 'attribute_exists(pk) AND #attempt <> :attempt',
      ExpressionAttributeNames: { '#state': 'state', '#failures': 'failures', '#attempt': 'attempt' },
      ExpressionAttributeValues: { ':one': failureInterval(numbers), ':attempt': randomUUID() },
    });
    await attemptIf(() => table.client.send(command));
  },

  async takePassword({ subject, device }, now) {
    if (device) {
      const account = sha256(device.knownAs);
      const charge = await takeDevice(table, { hash: device.hash, account, now, numbers });
      if (charge !== 'unknown') return charge;
    }
    const decide = (state: FailureState | null) => spendAttempt(state, now, numbers);
    const wait = await take<FailureState>(table, subjectKey(subject), decide, now + DAY);
    return wait ?? { chargedTo: 'subject' };
  },

  async clearPassword({ subject, device }, { chargedTo }) {
    if (chargedTo === 'subject' || !device) {
      await attempt(() => table.client.send(new DeleteCommand({ TableName: table.name, Key: subjectKey(subject) })));
      return;
    }
    const command = new UpdateCommand({
      TableName: table.name,
      Key: deviceKey(device.hash),
      UpdateExpression: 'SET #state.#count = :none, #state.#notBefore = :none, #attempt = :attempt',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: {
        '#state': 'state',
        '#count': 'count',
        '#notBefore': 'notBefore',
        '#attempt': 'attempt',
      },
      ExpressionAttributeValues: { ':none': 0, ':attempt': randomUUID() },
    });
    await attemptIf(() => table.client.send(command));
  },

  async rememberDevice({ hash, knownAs, passedSecondFactor, expiresAt, now }) {
    const state = noFailures(now);
    const device = { account: sha256(knownAs), expiresAt, passedSecondFactor, state, attempt: 'none' };
    const item = { ...deviceKey(hash), ...device, ttl: ttlAfter(expiresAt) };
    await attempt(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })));
  },
});
