import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { PasswordToken } from '../../domain/entities/password-token.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import { byActor, invitedAgain } from '../accounts/administration.ts';
import { passwordTokenItem, putEvent } from '../accounts/records.ts';
import { endSessions, newPassword } from '../accounts/user-changes.ts';
import { removeFactor } from '../factors/remove-factor.ts';
import { passwordTokenKey } from '../keys.ts';
import { attempt, getItem, type Table } from '../table/table.ts';
import { committed, type Step, transact } from '../table/transact.ts';
import { keepReply } from './kept-replies.ts';

/** A token works once, and not at or after its end. */
const used = (userId: string, { hash }: PasswordToken, now: Instant): Step => ({
  Delete: {
    Key: passwordTokenKey(userId, hash),
    ConditionExpression: 'expiresAt > :now',
    ExpressionAttributeValues: { ':now': now },
  },
});

export const passwordTokens = (table: Table, numbers: Numbers): PasswordTokens => ({
  async get(userId, hash) {
    const item = await getItem(table, passwordTokenKey(userId, hash));
    return item ? PasswordToken.parse(item) : null;
  },

  async invite({ actor, user, token, event, reply, now }) {
    const refused = await transact<string>(table, {
      ...byActor(actor),
      user: invitedAgain(user),
      ...(token && { token: { Put: { Item: passwordTokenItem(user.id, token) } } }),
      event: putEvent(user.id, event, numbers),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'issued';
    if ('actor' in refused) return 'actor_gone';
    return 'reply' in refused ? 'done_before' : 'changed';
  },

  async add(userId, token) {
    const command = new PutCommand({ TableName: table.name, Item: passwordTokenItem(userId, token) });
    await attempt(() => table.client.send(command));
  },

  async exchange({ user, token, next, undone, event, reply, now }) {
    const refused = await transact<string>(table, {
      token: used(user.id, token, now),
      next: { Put: { Item: passwordTokenItem(user.id, next) } },
      user: endSessions(user, null, undone ? { twoFactor: 'disabled' } : {}),
      ...(undone && { ...removeFactor(user, undone.generation), undone: putEvent(user.id, undone.event, numbers) }),
      event: putEvent(user.id, event, numbers),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'exchanged';
    return 'token' in refused ? 'token_gone' : 'changed';
  },

  async redeem({ user, token, passwordHash, event, reply, now }) {
    const refused = await transact<string>(table, {
      token: used(user.id, token, now),
      credential: newPassword(user, passwordHash),
      user: endSessions(user, null, { passwordVersion: user.passwordVersion + 1 }),
      event: putEvent(user.id, event, numbers),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'set';
    return 'token' in refused ? 'token_gone' : 'changed';
  },
});
