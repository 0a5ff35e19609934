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
import { commit, orElse, type Write } from '../table/commit.ts';
import { attempt, getItem, type Table } from '../table/table.ts';
import { keepReply } from './kept-replies.ts';

/** A token works once, and not at or after its end. */
const used = (userId: string, { hash }: PasswordToken, now: Instant): Write<'token_gone'> => ({
  Delete: {
    Key: passwordTokenKey(userId, hash),
    ConditionExpression: 'expiresAt > :now',
    ExpressionAttributeValues: { ':now': now },
  },
  ifRefused: 'token_gone',
});

export const passwordTokens = (table: Table, numbers: Numbers): PasswordTokens => ({
  async get(userId, hash) {
    const item = await getItem(table, passwordTokenKey(userId, hash));
    return item ? PasswordToken.parse(item) : null;
  },

  async invite({ actor, user, token, event, reply, now }) {
    return commit(table, 'issued', [
      ...byActor(actor),
      ...keepReply(reply, now),
      orElse(invitedAgain(user), 'changed'),
      ...(token ? [{ Put: { Item: passwordTokenItem(user.id, token) } }] : []),
      putEvent(user.id, event, numbers),
    ]);
  },

  async add(userId, token) {
    const command = new PutCommand({ TableName: table.name, Item: passwordTokenItem(userId, token) });
    await attempt(() => table.client.send(command));
  },

  async exchange({ user, token, next, undone, event, reply, now }) {
    const removed = undone && [
      ...removeFactor(user, undone.generation).map((write) => orElse(write, 'changed')),
      putEvent(user.id, undone.event, numbers),
    ];
    return commit(table, 'exchanged', [
      used(user.id, token, now),
      { Put: { Item: passwordTokenItem(user.id, next) } },
      endSessions(user, null, undone ? { twoFactor: 'disabled' } : {}),
      ...(removed ?? []),
      putEvent(user.id, event, numbers),
      ...keepReply(reply, now).map((write) => orElse(write, 'changed')),
    ]);
  },

  async redeem({ user, token, passwordHash, event, reply, now }) {
    return commit(table, 'set', [
      used(user.id, token, now),
      newPassword(user, passwordHash),
      endSessions(user, null, { passwordVersion: user.passwordVersion + 1 }),
      putEvent(user.id, event, numbers),
      ...keepReply(reply, now).map((write) => orElse(write, 'changed')),
    ]);
  },
});
