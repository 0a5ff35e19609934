import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Credential } from '../../domain/entities/credential.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import { credentialKey } from '../keys.ts';
import { attemptIf, getItem, type Table } from '../table/table.ts';
import { committed, transact } from '../table/transact.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { putEvent } from './records.ts';
import { newPassword, ownChange } from './user-changes.ts';

export const credentials = (table: Table, numbers: Numbers): Credentials => ({
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

  async replace({ passwordHash, event, reply, now, ...own }) {
    const { user } = own;
    const refused = await transact<string>(table, {
      ...ownChange(own, { passwordVersion: user.passwordVersion + 1 }),
      credential: newPassword(user, passwordHash),
      event: putEvent(user.id, event, numbers),
      ...keepReply(reply, now),
    });
    if (committed(refused)) return 'replaced';
    return 'reply' in refused ? 'done_before' : 'changed';
  },
});
