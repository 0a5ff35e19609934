import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { User } from '../../domain/entities/user.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { UserPage, Users } from '../../ports/accounts/users.ts';
import { noteAlarm, noteReminder } from '../history/notices-on-users.ts';
import { credentialKey, userIdOf, userKey, usersByTwoFactor } from '../keys.ts';
import { commit, orElse } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import { getItem, getItems, sendIf, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { addAdministrator, keepAdministrators, requireActor, writeDecision } from './administration.ts';
import { countAdoption } from './adoption.ts';
import { passwordTokenItem, putEvent, putEvents } from './records.ts';
import { listEntry, pageOf, readPart } from './user-list.ts';

const statuses = (page: UserPage) => (page.twoFactor ? [page.twoFactor] : (['enabled', 'disabled'] as const));

export const users = (table: Table, security: SecuritySettings): Users => ({
  async get(userId) {
    const item = await getItem(table, userKey(userId));
    return item ? User.parse(item) : null;
  },

  async page(page) {
    const partitions = statuses(page).map((status) => usersByTwoFactor(page.organizationId, status));
    const parts = await Promise.all(partitions.map((partition) => readPart(table, partition, page)));
    const { shown, next } = pageOf(parts, page);
    const items = await getItems(table, shown.map(userIdOf).map(userKey));
    const users = items.filter((item) => item !== undefined).map((item) => User.parse(item));
    const wanted = (user: User) =>
      page.twoFactor === undefined || (page.twoFactor === 'enabled') === (user.twoFactorEnabledAt !== undefined);
    return { users: users.filter(wanted), ...(next !== undefined && { next }) };
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
          Item: { ...userKey(user.id), ...user, ...listEntry(user) },
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
