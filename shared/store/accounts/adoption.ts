import { setTimeout } from 'node:timers/promises';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { User } from '../../domain/entities/user.ts';
import type { Adoption, Adoptions } from '../../ports/accounts/adoptions.ts';
import { ADOPTION_DAY_PREFIX, adoptionDayKey, adoptionKey, type Key } from '../keys.ts';
import type { Unconditional } from '../table/commit.ts';
import { type Item, query, send, sendIf, type Table } from '../table/table.ts';
import { usersOf } from './users-of-organization.ts';

/*
 * Counts how many users of an organization have 2FA on, in the transactions that change it, so that no one has to read
 * every user. The count is spread over several items, so that simultaneous changes seldom collide; signing in touches
 * none of them.
 */

export const SHARDS = 16;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Chosen by the random end of the user's id, so the same user always gets the same item. */
export const shardOf = (userId: string): number => ALPHABET.indexOf(userId.slice(-1)) % SHARDS;

type Difference = { enabled: number; disabled: number };

/** The part of a transaction that counts. `version` shows a rebuild that something was counted in the meantime. */
export const countAdoption = ({ id, organizationId }: User, by: Difference): Unconditional => ({
  Update: {
    Key: adoptionKey(organizationId, shardOf(id)),
    UpdateExpression: 'ADD enabled :enabled, disabled :disabled, version :one',
    ExpressionAttributeValues: { ':enabled': by.enabled, ':disabled': by.disabled, ':one': 1 },
  },
});

const Counts = z.object({ enabled: z.int(), disabled: z.int() });
const Day = z.extend(Counts, { day: z.string() });

const none = (): Adoption => ({ enabled: 0, disabled: 0 });

const readShards = async (table: Table, organizationId: string): Promise<Item[]> => {
  const answer = await query(table, {
    KeyConditionExpression: 'pk = :organization AND begins_with(sk, :shards)',
    ExpressionAttributeValues: { ':organization': adoptionKey(organizationId, 0).pk, ':shards': 'SHARD#' },
    ConsistentRead: true,
  });
  return answer.Items ?? [];
};

const count = async (table: Table, organizationId: string): Promise<Adoption> => {
  const shards = (await readShards(table, organizationId)).map((item) => Counts.parse(item));
  return shards.reduce(
    (sum, { enabled, disabled }) => ({ enabled: sum.enabled + enabled, disabled: sum.disabled + disabled }),
    none(),
  );
};

/** The correct count of each shard, by its number. */
const countUsers = async (table: Table, organizationId: string): Promise<Map<number, Adoption>> => {
  const counts = new Map<number, Adoption>();
  // The index may list a user who is switching on both sides.
  const seen = new Set<string>();
  for await (const { id, isEnabled } of usersOf(table, organizationId)) {
    if (seen.has(id)) continue;
    seen.add(id);
    const count = counts.get(shardOf(id)) ?? none();
    count[isEnabled ? 'enabled' : 'disabled'] += 1;
    counts.set(shardOf(id), count);
  }
  return counts;
};

/** @returns whether it was written, which it is not if anything was counted since `version` was read */
const writeShard = (table: Table, key: Key, { enabled, disabled }: Adoption, version: unknown): Promise<boolean> => {
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: 'SET enabled = :enabled, disabled = :disabled ADD version :one',
    ConditionExpression: version === undefined ? 'attribute_not_exists(pk)' : 'version = :version',
    ExpressionAttributeValues: {
      ...{ ':enabled': enabled, ':disabled': disabled, ':one': 1 },
      ...(version !== undefined && { ':version': version }),
    },
  });
  return sendIf(() => table.client.send(command));
};

/** The index usually lags by less than a second; the service names no bound. */
const INDEX_LAG_MS = 5_000;
const REBUILDS = 5;

export const adoptions = (table: Table, indexLagMs = INDEX_LAG_MS): Adoptions => ({
  get: (organizationId) => count(table, organizationId),

  async keepDay(organizationId, day) {
    const { enabled, disabled } = await count(table, organizationId);
    const item = { ...adoptionDayKey(organizationId, day), day, enabled, disabled };
    await send(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })));
  },

  async days(organizationId, most) {
    const answer = await query(table, {
      KeyConditionExpression: 'pk = :organization AND begins_with(sk, :days)',
      ExpressionAttributeValues: {
        ':organization': adoptionDayKey(organizationId, '').pk,
        ':days': ADOPTION_DAY_PREFIX,
      },
      ScanIndexForward: false,
      Limit: most,
    });
    return (answer.Items ?? []).map((item) => Day.parse(item)).reverse();
  },

  async rebuild(organizationId) {
    let open = new Set(Array.from({ length: SHARDS }, (_, shard) => shard));
    for (let round = 0; open.size > 0; round += 1) {
      if (round === REBUILDS) return false;
      const shards = await readShards(table, organizationId);
      const versionOf = (shard: number): unknown =>
        shards.find(({ sk }) => sk === adoptionKey(organizationId, shard).sk)?.version;
      // Whatever was counted before the versions were read is in the index by then.
      await setTimeout(indexLagMs);
      const counts = await countUsers(table, organizationId);
      const changed = new Set<number>();
      for (const shard of open) {
        const key = adoptionKey(organizationId, shard);
        const isWritten = await writeShard(table, key, counts.get(shard) ?? none(), versionOf(shard));
        if (!isWritten) changed.add(shard);
      }
      open = changed;
    }
    return true;
  },
});
