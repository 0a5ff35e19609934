import * as z from 'zod/mini';
import { type Instant, ttlAfter } from '../../domain/instant.ts';
import { FailureState, isWait, nextPassword, noFailures, type Wait } from '../../domain/limits/throttle.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { KnownDevice } from '../../domain/sessions/device.ts';
import { type Key, throttleKey } from '../keys.ts';
import { compareAndSwap } from '../table/compare-and-swap.ts';
import type { Item, Table } from '../table/table.ts';

export const deviceKey = (hash: string): Key => throttleKey('device', hash);

const Device = z.object({
  hash: z.string(),
  owner: z.string(),
  deviceScope: z.string(),
  generation: z.optional(z.string()),
  expiresAt: z.int(),
});

export const deviceOf = (item: Item): KnownDevice => z.parse(Device, item);

export const deviceItem = (device: KnownDevice, now: Instant): Item => ({
  ...deviceKey(device.hash),
  ...device,
  state: noFailures(now),
  attempt: 'none',
  ttl: ttlAfter(device.expiresAt),
});

/** Spends from a device's own counter; the first write assumes that the last attempt succeeded. */
export const reserveAtDevice = async (
  table: Table,
  { hash }: KnownDevice,
  { name, now, security }: { name: string; now: Instant; security: SecuritySettings },
): Promise<Wait | FailureState> => {
  const outcome = await compareAndSwap<Wait>(
    table,
    {
      isBy: (item, attemptName) => item.attempt === attemptName,
      write(seen, attemptName) {
        // Forgotten since it was found: with nothing to charge, there is no attempt.
        if (seen === null) return { refused: { retryAt: now } };
        const decision = nextPassword(seen ? FailureState.parse(seen.state) : null, now, security);
        if (isWait(decision)) return { refused: decision };
        return {
          Key: deviceKey(hash),
          UpdateExpression: 'SET #state = :next, #attempt = :attempt',
          ConditionExpression: seen ? '#attempt = :seen' : '#state.#inARow = :none',
          ExpressionAttributeNames: {
            '#state': 'state',
            '#attempt': 'attempt',
            ...(!seen && { '#inARow': 'inARow' }),
          },
          ExpressionAttributeValues: {
            ':next': decision.next,
            ':attempt': attemptName,
            ...(seen ? { ':seen': seen.attempt } : { ':none': 0 }),
          },
        };
      },
    },
    name,
  );
  return 'refused' in outcome ? outcome.refused : FailureState.parse(outcome.item.state);
};
