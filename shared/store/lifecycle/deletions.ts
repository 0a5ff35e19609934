import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { Erasure } from '../../domain/entities/erasure.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Deletion, Deletions } from '../../ports/lifecycle/deletions.ts';
import { keepAdministrators, requireActor, withdrawAdministrator } from '../accounts/administration.ts';
import { countAdoption } from '../accounts/adoption.ts';
import { putEvent } from '../accounts/records.ts';
import {
  credentialKey,
  deletedUserKey,
  erasureKey,
  type Key,
  recoveryCodesKey,
  setupKey,
  twoFactorKey,
  userKey,
} from '../keys.ts';
import { commit, type Write } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import { query, send, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { partitionsOf } from './lifecycles.ts';

/** Simultaneous deletes: a partition takes 1,000 writes a second. */
const AT_ONCE = 25;

/** Removes the user if nothing that decides about it has changed since it was read. */
const removeUser = ({ user, session }: Deletion): Write<'changed'> => {
  const e = expression();
  const conditions = [
    `${e.path('authVersion')} = ${e.value(user.authVersion)}`,
    `${e.path('status')} = ${e.value(user.status)}`,
    `${e.path('permissions')} = ${e.value(user.permissions)}`,
    ...(session ? [`attribute_exists(${e.path('sessions', session.hash)})`] : []),
  ];
  return {
    Delete: { Key: userKey(user.id), ConditionExpression: conditions.join(' AND '), ...e.attributes() },
    ifRefused: 'changed',
  };
};

/** Nobody can sign in or continue, and the address is free: in the same transaction, or not at all. */
const removeAccess = ({ id, email }: User): Write<'changed'>[] => [
  {
    Delete: {
      Key: credentialKey(email),
      ConditionExpression: 'userId = :userId',
      ExpressionAttributeValues: { ':userId': id },
    },
    ifRefused: 'changed',
  },
  { Delete: { Key: twoFactorKey(id) } },
  { Delete: { Key: recoveryCodesKey(id) } },
  { Delete: { Key: setupKey(id) } },
];

/** All keys of one partition. */
async function* keysOf(table: Table, partition: string): AsyncGenerator<Key[]> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await query(table, {
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
      ProjectionExpression: 'pk, sk',
      ConsistentRead: true,
      ExclusiveStartKey: from,
    });
    yield (page.Items ?? []) as Key[];
    from = page.LastEvaluatedKey;
  } while (from);
}

const remove = async (table: Table, { pk, sk }: Key): Promise<void> => {
  await send(() => table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } })));
};

/** Deletes these items, a bounded number at a time. */
export const removeAll = async (table: Table, keys: Key[]): Promise<void> => {
  for (let index = 0; index < keys.length; index += AT_ONCE) {
    await Promise.all(keys.slice(index, index + AT_ONCE).map((key) => remove(table, key)));
  }
};

export const deletions = (table: Table, security: SecuritySettings): Deletions => ({
  async delete(deletion) {
    const { user, erasure, by, reply, now } = deletion;
    const { userId, organizationId, actorId, at } = erasure;
    const isEnabled = user.twoFactorEnabledAt !== undefined;
    return commit(table, 'deleted', [
      ...requireActor(by?.actor ?? null, user),
      ...putIdempotencyRecord(reply, now),
      ...(deletion.evenLast ? withdrawAdministrator : keepAdministrators)(user, { ...user, status: 'suspended' }),
      removeUser(deletion),
      ...removeAccess(user),
      countAdoption(user, isEnabled ? { enabled: -1, disabled: 0 } : { enabled: 0, disabled: -1 }),
      { Put: { Item: { ...deletedUserKey(userId), organizationId, actorId, deletedAt: at } } },
      { Put: { Item: { ...erasureKey(erasure.id), ...erasure } } },
      ...(by ? [putEvent(by.actor.id, by.event, security)] : []),
    ]);
  },

  async *due(before) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await query(table, {
        KeyConditionExpression: 'pk = :pending',
        ExpressionAttributeValues: { ':pending': erasureKey('').pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      });
      for (const item of page.Items ?? []) {
        const erasure = Erasure.parse(item);
        if (erasure.at <= before) yield erasure;
      }
      from = page.LastEvaluatedKey;
    } while (from);
  },

  async eraseItems(userId) {
    for (const partition of partitionsOf(userId)) {
      for await (const keys of keysOf(table, partition)) {
        await removeAll(table, keys);
      }
    }
  },

  async done({ id }) {
    await remove(table, erasureKey(id));
  },
});
