import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Session } from '../../domain/entities/session.ts';
import { User } from '../../domain/entities/user.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import { sessionKey, userKey } from '../keys.ts';
import { commit, orElse } from '../table/commit.ts';
import { getItems, sendIf, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { requireActor } from './administration.ts';
import { putEvent, removeSession } from './records.ts';
import { endSessions, ownChange } from './user-changes.ts';

export const sessions = (table: Table, security: SecuritySettings): Sessions => ({
  async find(userId, hash) {
    const keys = [sessionKey(userId, hash), userKey(userId)];
    let [session, user] = await getItems(table, keys);
    // A batch read may fall into the middle of a transaction that changes both: whatever disagrees is read once more.
    if (session && user && session.authVersion !== user.authVersion) [session, user] = await getItems(table, keys);
    return session && user ? { session: Session.parse(session), user: User.parse(user) } : null;
  },

  async touch(userId, session, now) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: sessionKey(userId, session.hash),
      UpdateExpression: 'SET lastSeenAt = :now',
      // Without the condition, an update would recreate a session that has just ended.
      ConditionExpression: 'lastSeenAt < :now',
      ExpressionAttributeValues: { ':now': now },
    });
    await sendIf(() => table.client.send(command));
  },

  async end(userId, hash, noted) {
    const place = {
      Key: userKey(userId),
      UpdateExpression: 'REMOVE #sessions.#hash',
      ConditionExpression: 'attribute_exists(#sessions)',
      ExpressionAttributeNames: { '#sessions': 'sessions', '#hash': hash },
    };
    const outcome = await commit(table, 'ended', [
      // It no longer exists: its token was rotated in the meantime, and the session continues under another.
      orElse(removeSession(userId, hash), 'gone'),
      { Update: place, ifRefused: 'gone' },
      ...(noted ? [putEvent(userId, noted.event, security), ...putIdempotencyRecord(noted.reply, noted.now)] : []),
    ]);
    return outcome === 'ended';
  },

  async list(user) {
    const items = await getItems(
      table,
      Object.keys(user.sessions).map((hash) => sessionKey(user.id, hash)),
    );
    return items.flatMap((item) => (item ? [Session.parse(item)] : []));
  },

  async endAll({ actor, user, event, reply, now }) {
    return commit(table, 'ended', [
      ...requireActor(actor, user),
      ...putIdempotencyRecord(reply, now),
      endSessions(user, null),
      putEvent(user.id, event, security),
    ]);
  },

  async endOthers({ event, reply, now, ...own }) {
    return commit(table, 'ended', [
      ...putIdempotencyRecord(reply, now),
      ...ownChange(own),
      putEvent(own.user.id, event, security),
    ]);
  },
});
