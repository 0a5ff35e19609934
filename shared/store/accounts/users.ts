import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { User } from '../../domain/entities/user.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { UserPage, Users } from '../../ports/accounts/users.ts';
import { credentialKey, type Key, userIdOf, userKey, usersByTwoFactor } from '../keys.ts';
import { schema } from '../schema.ts';
import { commit, orElse } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import { getItem, getItems, query, sendIf, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import {
  addAdministrator,
  keepAdministrators,
  noteAlarm,
  noteReminder,
  requireActor,
  writeDecision,
} from './administration.ts';
import { countAdoption } from './adoption.ts';
import { passwordTokenItem, putEvent, putEvents } from './records.ts';

/** Sorts after every string with the same prefix: DynamoDB compares UTF-8 bytes. */
const LAST_CHARACTER = '\u{10FFFF}';
const FIRST_CHARACTER = '\u0000';

type Entry = Key & { gsi1sk: string };

/** One partition of the index from a given point on, ordered by address. */
const entries = async (table: Table, partition: string, page: UserPage & { after?: string }): Promise<Entry[]> => {
  const answer = await query(table, {
    IndexName: schema.index.name,
    KeyConditionExpression: 'gsi1pk = :partition AND gsi1sk BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':partition': partition,
      ':from': page.after === undefined ? page.prefix || FIRST_CHARACTER : page.after + FIRST_CHARACTER,
      ':to': page.prefix + LAST_CHARACTER,
    },
    Limit: page.limit + 1,
  });
  return (answer.Items ?? []) as Entry[];
};

const statuses = (page: UserPage) => (page.twoFactor ? [page.twoFactor] : (['enabled', 'disabled'] as const));
const byEmail = (a: Entry, b: Entry): number => (a.gsi1sk < b.gsi1sk ? -1 : Number(a.gsi1sk > b.gsi1sk));

export const users = (table: Table, security: SecuritySettings): Users => ({
  async get(userId) {
    const item = await getItem(table, userKey(userId));
    return item ? User.parse(item) : null;
  },

  async page(page) {
    const partitions = statuses(page).map((status) => usersByTwoFactor(page.organizationId, status));
    const found = (await Promise.all(partitions.map((partition) => entries(table, partition, page)))).flat();
    // The index lags: a user whose status changes at this moment may be in both partitions, or still in the wrong one.
    const distinct = [...new Map(found.map((entry) => [entry.pk, entry])).values()].sort(byEmail);
    const shown = distinct.slice(0, page.limit);
    const items = await getItems(table, shown.map(userIdOf).map(userKey));
    const users = items.filter((item) => item !== undefined).map((item) => User.parse(item));
    const wanted = (user: User) =>
      page.twoFactor === undefined || (page.twoFactor === 'enabled') === (user.twoFactorEnabledAt !== undefined);
    const last = shown.at(-1);
    return { users: users.filter(wanted), ...(distinct.length > page.limit && last && { next: last.gsi1sk }) };
  },

  async create({ actor, user, invitation, event, reply, now }) {
    return commit(table, 'created', [
      ...requireActor(actor),
      {
        Put: {
          Item: {
            ...credentialKey(user.email),
            email: user.email,
            userId: user.id,
            organizationId: user.organizationId,
            passwordVersion: user.passwordVersion,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        ifRefused: 'email_taken',
      },
      ...putIdempotencyRecord(reply, now),
      {
        Put: {
          Item: {
            ...userKey(user.id),
            ...user,
            gsi1pk: usersByTwoFactor(user.organizationId, 'disabled'),
            gsi1sk: user.email,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        ifRefused: 'email_taken',
      },
      { Put: { Item: passwordTokenItem(user.id, invitation) } },
      putEvent(user.id, event, security),
      countAdoption(user, { enabled: 0, disabled: 1 }),
      ...addAdministrator(user),
    ]);
  },

  async setPreferences(userId, preferences) {
    const e = expression();
    const set = Object.entries(preferences).map(([name, value]) => `${e.path(name)} = ${e.value(value)}`);
    const update = new UpdateCommand({
      TableName: table.name,
      Key: userKey(userId),
      UpdateExpression: `SET ${set.join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ...e.attributes(),
    });
    await sendIf(() => table.client.send(update));
  },

  async many(userIds) {
    const items = await getItems(table, userIds.map(userKey));
    return items.map((item) => (item ? User.parse(item) : null));
  },

  async alarm({ user, event, notSince }) {
    return commit(table, 'alarmed', [
      orElse(noteAlarm(user, event.at, notSince), 'not_due'),
      putEvent(user.id, event, security),
    ]);
  },

  async remind({ actor, user, event, notSince }) {
    return commit(table, 'reminded', [
      ...requireActor(actor, user),
      orElse(noteReminder(user, event.at, notSince), 'not_due'),
      putEvent(user.id, event, security),
    ]);
  },

  async update({ actor, user, to, events }) {
    return commit(table, 'updated', [
      ...requireActor(actor, user),
      orElse(writeDecision(user, to), 'changed'),
      ...keepAdministrators(user, to),
      ...putEvents(user.id, events, security),
    ]);
  },
});
