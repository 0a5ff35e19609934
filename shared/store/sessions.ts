import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Session } from '../domain/entities/session.ts';
import { User } from '../domain/entities/user.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { Sessions } from '../store-ports.ts';
import { sessionKey, userKey } from './keys.ts';
import { putEvent } from './records.ts';
import { attemptIf, getItems, type Table } from './table/table.ts';
import { committed, transact } from './table/transact.ts';
import { endSessions, restamped } from './user-changes.ts';

export const sessions = (table: Table, numbers: Numbers): Sessions => ({
  async find(userId, hash) {
    const keys = [sessionKey(userId, hash), userKey(userId)];
    let [session, user] = await getItems(table, keys);
    // A batch may fall into the middle of a transaction that changes both: what disagrees is looked at once more.
    if (session && user && session.authVersion !== user.authVersion) [session, user] = await getItems(table, keys);
    return session && user ? { session: Session.parse(session), user: User.parse(user) } : null;
  },

  async touch(userId, session, now) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: sessionKey(userId, session.hash),
      UpdateExpression: 'SET lastSeenAt = :now',
      // Without the condition, an update would bring back a session that has just ended.
      ConditionExpression: 'lastSeenAt < :now',
      ExpressionAttributeValues: { ':now': now },
    });
    await attemptIf(() => table.client.send(command));
  },

  async end(userId, hash, event) {
    const refused = await transact<string>(table, {
      // Not there any more: its token was rotated meanwhile, and lives on under another.
      session: { Delete: { Key: sessionKey(userId, hash), ConditionExpression: 'attribute_exists(pk)' } },
      user: {
        Update: {
          Key: userKey(userId),
          UpdateExpression: 'REMOVE #sessions.#hash',
          ConditionExpression: 'attribute_exists(#sessions)',
          ExpressionAttributeNames: { '#sessions': 'sessions', '#hash': hash },
        },
      },
      ...(event && { event: putEvent(userId, event, numbers) }),
    });
    return committed(refused);
  },

  async list(user) {
    const items = await getItems(
      table,
      Object.keys(user.sessions).map((hash) => sessionKey(user.id, hash)),
    );
    return items.flatMap((item) => (item ? [Session.parse(item)] : []));
  },

  async endOthers({ user, session, event }) {
    const refused = await transact(table, {
      user: endSessions(user, session),
      session: restamped(user, session),
      event: putEvent(user.id, event, numbers),
    });
    return committed(refused) ? 'ended' : 'changed';
  },
});
