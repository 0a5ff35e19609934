import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Credential } from '../domain/entities/credential.ts';
import type { Credentials } from '../store-ports.ts';
import { credentialKey } from './keys.ts';
import { attemptIf, getItem, type Table } from './table/table.ts';

export const credentials = (table: Table): Credentials => ({
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
    await attemptIf(() => table.client.send(command));
  },
});
