import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { PasswordToken } from '../../domain/entities/password-token.ts';
import type { Instant } from '../../domain/instant.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import { countInvitation, requireActor } from '../accounts/administration.ts';
import { passwordTokenItem, putEvent } from '../accounts/records.ts';
import { endSessions, setPasswordHash } from '../accounts/user-changes.ts';
import { removeFactor } from '../factors/remove-factor.ts';
import { passwordTokenKey } from '../keys.ts';
import { closePassword, moveCredential } from '../lifecycle/move-credential.ts';
import { commit, orElse, type Write } from '../table/commit.ts';
import { getItem, send, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from './idempotency-records.ts';

/** A token works once, and not at or after its expiry. */
export const consumeToken = (userId: string, { hash }: PasswordToken, now: Instant): Write<'token_gone'> => ({
  Delete: {
    Key: passwordTokenKey(userId, hash),
    ConditionExpression: 'expiresAt > :now',
    ExpressionAttributeValues: { ':now': now },
  },
  ifRefused: 'token_gone',
});

export const passwordTokens = (table: Table, security: SecuritySettings): PasswordTokens => ({
  async get(userId, hash) {
    const item = await getItem(table, passwordTokenKey(userId, hash));
    return item ? PasswordToken.parse(item) : null;
  },

  async invite({ actor, user, token, event, reply, now }) {
    return commit(table, 'issued', [
      ...requireActor(actor),
      ...putIdempotencyRecord(reply, now),
      orElse(countInvitation(user), 'changed'),
      ...(token ? [{ Put: { Item: passwordTokenItem(user.id, token) } }] : []),
      putEvent(user.id, event, security),
    ]);
  },

  async add(userId, token) {
    const command = new PutCommand({ TableName: table.name, Item: passwordTokenItem(userId, token) });
    await send(() => table.client.send(command));
  },

  async exchange({ user, token, next, undone, restored, event, reply, now }) {
    const removed = undone && [
      ...removeFactor(user, undone.generation).map((write) => orElse(write, 'changed')),
      putEvent(user.id, undone.event, security),
    ];
    return commit(table, 'exchanged', [
      consumeToken(user.id, token, now),
      { Put: { Item: passwordTokenItem(user.id, next) } },
      ...(restored
        ? [...moveCredential(restored), putEvent(user.id, restored.event, security)]
        : [closePassword(user)]),
      endSessions(user, null, {
        passwordVersion: user.passwordVersion + 1,
        ...(undone && { twoFactor: 'disabled' as const }),
        ...(restored && {
          email: restored.to,
          invitations: user.invitations + 1,
          undoneAddresses: restored.undone,
        }),
      }),
      ...(removed ?? []),
      putEvent(user.id, event, security),
      ...putIdempotencyRecord(reply, now).map((write) => orElse(write, 'changed')),
    ]);
  },

  async redeem({ user, token, passwordHash, preferences, event, reply, now }) {
    return commit(table, 'set', [
      consumeToken(user.id, token, now),
      setPasswordHash(user, passwordHash),
      endSessions(user, null, { passwordVersion: user.passwordVersion + 1, ...preferences }),
      putEvent(user.id, event, security),
      ...putIdempotencyRecord(reply, now).map((write) => orElse(write, 'changed')),
    ]);
  },
});
