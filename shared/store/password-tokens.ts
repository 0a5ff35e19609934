import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { PasswordToken } from '../domain/entities/password-token.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { PasswordTokens } from '../store-ports.ts';
import { passwordTokenKey } from './keys.ts';
import { passwordTokenItem, putEvent } from './records.ts';
import { attempt, getItem, type Table } from './table/table.ts';
import { committed, transact } from './table/transact.ts';
import { endSessions, newPassword } from './user-changes.ts';

export const passwordTokens = (table: Table, numbers: Numbers): PasswordTokens => ({
  async get(userId, hash) {
    const item = await getItem(table, passwordTokenKey(userId, hash));
    return item ? PasswordToken.parse(item) : null;
  },

  async issue(userId, token, event) {
    await transact(table, {
      token: { Put: { Item: passwordTokenItem(userId, token) } },
      event: putEvent(userId, event, numbers),
    });
  },

  async add(userId, token) {
    const command = new PutCommand({ TableName: table.name, Item: passwordTokenItem(userId, token) });
    await attempt(() => table.client.send(command));
  },

  async redeem({ user, token, passwordHash, event, now }) {
    const refused = await transact(table, {
      token: {
        Delete: {
          Key: passwordTokenKey(user.id, token.hash),
          ConditionExpression: 'expiresAt > :now',
          ExpressionAttributeValues: { ':now': now },
        },
      },
      credential: newPassword(user, passwordHash),
      user: endSessions(user, null, { passwordVersion: user.passwordVersion + 1 }),
      event: putEvent(user.id, event, numbers),
    });
    if (committed(refused)) return 'set';
    return 'token' in refused ? 'token_gone' : 'changed';
  },
});
