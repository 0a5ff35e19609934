import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Session } from '../../domain/entities/session.ts';
import { User } from '../../domain/entities/user.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import { sessionKey, userKey } from '../keys.ts';
import { attemptIf, getItems, type Table } from '../table/table.ts';
import { committed, transact } from '../table/transact.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { putEvent, removeSession } from './records.ts';
import { ownChange } from './user-changes.ts';

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

  async end(userId, hash, noted) {
    const refused = await transact<string>(table, {
      // Not there any more: its token was rotated meanwhile, and lives on under another.
      session: removeSession(userId, hash),
      user: {
        Update: {
          Key: userKey(userId),
          UpdateExpression: 'REMOVE #sessions.#hash',
          ConditionExpression: 'attribute_exists(#sessions)',
          ExpressionAttributeNames: { '#sessions': 'sessions', '#hash': hash },
        },
      },
      ...(noted && { event: putEvent(userId, noted.event, numbers), ...keepReply(noted.reply, noted.now) }),
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

  async endOthers({ event, reply, now, ...own }) {
    const refused = await transact<string>(table, {
      ...ownChange(own),
      event: putEvent(own.user.id, event, numbers),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'ended';
    return 'reply' in refused ? 'done_before' : 'changed';
  },
});
