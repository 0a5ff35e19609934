import { type Instant, isOver } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { type FailureState, isWait, spendAttempt, type Wait } from '../domain/throttle.ts';
import type { Charged } from '../limit-ports.ts';
import { type Key, throttleKey } from './keys.ts';
import { compareAndSwap } from './table/compare-and-swap.ts';
import type { Item, Table } from './table/table.ts';

export const deviceKey = (hash: string): Key => throttleKey('device', hash);

type Known = { account: string; expiresAt: Instant; passedSecondFactor: boolean; state: FailureState };
const isKnown = (item: Item | null | undefined, account: string, now: Instant): item is Item & Known =>
  item?.account === account && !isOver((item as Known).expiresAt, now);

/** Spends from a device's own counter; `unknown` where it never signed in to this account, or too long ago. */
export const takeDevice = async (
  table: Table,
  { hash, account, now, numbers }: { hash: string; account: string; now: Instant; numbers: Numbers },
): Promise<Wait | 'unknown' | Charged> => {
  const outcome = await compareAndSwap<Wait | 'unknown'>(table, {
    isBy: (item, name) => item.attempt === name,
    write(seen, name) {
      if (seen !== undefined && !isKnown(seen, account, now)) return { refused: 'unknown' };
      const decision = spendAttempt(seen ? (seen.state as FailureState) : null, now, numbers);
      if (isWait(decision)) return { refused: decision };
      return {
        Key: deviceKey(hash),
        UpdateExpression: 'SET #state = :next, #attempt = :attempt',
        ConditionExpression: seen
          ? '#attempt = :seen'
          : '#account = :account AND #expiresAt > :now AND #state.#count = :none',
        ExpressionAttributeNames: {
          '#state': 'state',
          '#attempt': 'attempt',
          ...(!seen && { '#account': 'account', '#expiresAt': 'expiresAt', '#count': 'count' }),
        },
        ExpressionAttributeValues: {
          ':next': decision.next,
          ':attempt': name,
          ...(seen ? { ':seen': seen.attempt } : { ':account': account, ':now': now, ':none': 0 }),
        },
      };
    },
  });
  if ('refused' in outcome) return outcome.refused;
  return { chargedTo: 'device', passedSecondFactor: outcome.item.passedSecondFactor === true };
};
