import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, ttlAfter } from '../../domain/instant.ts';
import type { PasswordResets } from '../../ports/tokens/password-resets.ts';
import { resetRequestKey } from '../keys.ts';
import { send, type Table } from '../table/table.ts';

export const passwordResets = (table: Table): PasswordResets => ({
  async request(request) {
    const item = { ...resetRequestKey(request.id), ...request, ttl: ttlAfter(request.at + DAY) };
    await send(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })));
  },
});
