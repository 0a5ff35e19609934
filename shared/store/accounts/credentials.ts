import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Credential } from '../../domain/entities/credential.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import { credentialKey } from '../keys.ts';
import { commit } from '../table/commit.ts';
import { getItem, sendIf, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { putEvent } from './records.ts';
import { ownChange, setPasswordHash } from './user-changes.ts';

export const credentials = (table: Table, security: SecuritySettings): Credentials => ({
  async find(email) {
    const item = await getItem(table, credentialKey(email));
    return item ? Credential.parse(item) : null;
  },

  async rehash(credential, passwordHash) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: credentialKey(credential.email),
      UpdateExpression: 'SET passwordHash = :renewed',
      ConditionExpression: 'passwordHash = :verified',
      ExpressionAttributeValues: { ':renewed': passwordHash, ':verified': credential.passwordHash },
    });
    await sendIf(() => table.client.send(command));
  },

  async replace({ passwordHash, event, reply, now, ...own }) {
    const { user } = own;
    return commit(table, 'replaced', [
      ...putIdempotencyRecord(reply, now),
      ...ownChange(own, { passwordVersion: user.passwordVersion + 1 }),
      setPasswordHash(user, passwordHash),
      putEvent(user.id, event, security),
    ]);
  },
});
