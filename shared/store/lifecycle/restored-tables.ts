import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { RecoveryCodes } from '../../domain/entities/recovery-codes.ts';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import { User } from '../../domain/entities/user.ts';
import { Id } from '../../domain/fields.ts';
import type { Access, Cure } from '../../domain/restore/cure.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { RestoredTables } from '../../ports/lifecycle/restored-tables.ts';
import { withdrawAdministrator } from '../accounts/administration.ts';
import { putEvent } from '../accounts/records.ts';
import { credentialKey, type Key, recoveryCodesKey, twoFactorKey, userIdOf, userKey } from '../keys.ts';
import { partitions } from '../schema.ts';
import { commit, type Write } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import { scan } from '../table/scan.ts';
import { getItems, type Item, send, type Table } from '../table/table.ts';
import { removeAll } from './deletions.ts';
import { removedFromRestored } from './lifecycles.ts';

const Departed = z.object({ actorId: z.string(), deletedAt: z.int() });

/** All items whose partition begins with one of these, page by page. */
const itemsOf = (table: Table, prefixes: string[], ProjectionExpression?: string): AsyncGenerator<Item[]> => {
  const values = Object.fromEntries(prefixes.map((prefix, index) => [`:p${index}`, prefix]));
  return scan(table, {
    FilterExpression: Object.keys(values)
      .map((name) => `begins_with(pk, ${name})`)
      .join(' OR '),
    ExpressionAttributeValues: values,
    ...(ProjectionExpression && { ProjectionExpression }),
  });
};

const healUser = ({ user }: Access, cure: Cure): Write<'changed'> => {
  const e = expression();
  const { authVersion, suspensions, invitations, passwordVersion, status, permissions } = cure;
  const set = { authVersion, suspensions, invitations, passwordVersion, status, permissions, sessions: {} };
  return {
    Update: {
      Key: userKey(user.id),
      UpdateExpression: `SET ${Object.entries(set)
        .map(([name, value]) => `${e.path(name)} = ${e.value(value)}`)
        .join(', ')}`,
      ConditionExpression: `${e.path('authVersion')} = ${e.value(user.authVersion)}`,
      ...e.attributes(),
    },
    ifRefused: 'changed',
  };
};

/** Whoever has the address sets a new password by a link that is sent to it. */
const closePassword = ({ user }: Access, { passwordVersion }: Cure): Write<'changed'> => ({
  Update: {
    Key: credentialKey(user.email),
    UpdateExpression: 'SET passwordVersion = :version REMOVE passwordHash',
    ConditionExpression: 'userId = :userId',
    ExpressionAttributeValues: { ':version': passwordVersion, ':userId': user.id },
  },
  ifRefused: 'changed',
});

const healFactor = ({ user }: Access, { lastTimeStep, guesses }: NonNullable<Cure['twoFactor']>): Write<'changed'> => ({
  Update: {
    Key: twoFactorKey(user.id),
    UpdateExpression: 'SET lastTimeStep = :step, guesses = :guesses, challenges = :none REMOVE bypassCode',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':step': lastTimeStep, ':guesses': guesses, ':none': {} },
  },
  ifRefused: 'changed',
});

const withdrawCodes = ({ user }: Access): Write<'changed'> => ({
  Update: {
    Key: recoveryCodesKey(user.id),
    UpdateExpression: 'SET codes = :none',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':none': {} },
  },
  ifRefused: 'changed',
});

export const restoredTables = (table: Table, security: SecuritySettings): RestoredTables => ({
  async origin() {
    const { Table } = await send(() => table.client.send(new DescribeTableCommand({ TableName: table.name })));
    const { RestoreSummary: restore, StreamSpecification: stream } = Table ?? {};
    return {
      isRestored: restore !== undefined,
      from: restore?.SourceTableArn?.split(':table/')[1],
      hasStream: stream?.StreamEnabled === true && stream.StreamViewType === 'NEW_IMAGE',
    };
  },

  async *userIds() {
    for await (const items of itemsOf(table, [partitions.user], 'pk, sk')) {
      yield* items.map((item) => userIdOf(item as Key));
    }
  },

  async *departed() {
    for await (const items of itemsOf(table, [partitions.deletedUser])) {
      yield* items.map((item) => ({ userId: z.parse(Id, userIdOf(item as Key)), ...z.parse(Departed, item) }));
    }
  },

  async access(userId) {
    const keys = [userKey(userId), twoFactorKey(userId), recoveryCodesKey(userId)];
    const [user, twoFactor, recoveryCodes] = await getItems(table, keys);
    if (!user) return null;
    return {
      user: User.parse(user),
      twoFactor: twoFactor ? TwoFactor.parse(twoFactor) : null,
      recoveryCodes: recoveryCodes ? RecoveryCodes.parse(recoveryCodes) : null,
    };
  },

  async removePassing() {
    let removed = 0;
    for await (const items of itemsOf(table, removedFromRestored, 'pk, sk')) {
      await removeAll(table, items as Key[]);
      removed += items.length;
    }
    return removed;
  },

  heal(access, cure, event) {
    return commit(table, 'healed', [
      healUser(access, cure),
      ...withdrawAdministrator(access.user, cure),
      ...(cure.closesPassword ? [closePassword(access, cure)] : []),
      ...(cure.twoFactor ? [healFactor(access, cure.twoFactor)] : []),
      ...(cure.withdrawsRecoveryCodes ? [withdrawCodes(access), putEvent(access.user.id, event, security)] : []),
    ]);
  },
});
