import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { listEntry } from '../../shared/store/accounts/user-list.ts';
import { credentialKey, userKey } from '../../shared/store/keys.ts';

/*
 * Users as they are in the table, written directly instead of through the product: a million hashes would take too
 * long.
 */

const BATCH = 24;
const AT_ONCE = 12;

export const emailOf = (organizationId: string, index: number): string =>
  `u${String(index).padStart(7, '0')}@${organizationId}.example`;

const itemsOf = (organizationId: string, index: number) => {
  const id = ulid().toLowerCase();
  const email = emailOf(organizationId, index);
  const user = {
    ...{ id, organizationId, email, name: 'Test Person', permissions: [], status: 'active' },
    ...{ authVersion: 1, passwordVersion: 1, suspensions: 0, invitations: 0, lastSignIn: null },
    ...{ sessions: {}, createdAt: Date.now() },
  };
  const salt = randomBytes(8).toString('hex');
  const credential = { email, userId: id, organizationId, passwordVersion: 1, salt };
  return [
    { ...userKey(id), ...user, ...listEntry(user) },
    { ...credentialKey(email), ...credential },
  ];
};

/** Users `from` (inclusive) to `to` (exclusive), each in the organization that its number belongs to. */
export const load = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  { from, to, organizationOf }: { from: number; to: number; organizationOf(index: number): string },
): Promise<void> => {
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const begin = next;
      next = Math.min(to, begin + BATCH / 2);
      const indexes = Array.from({ length: next - begin }, (_, offset) => begin + offset);
      const items = indexes.flatMap((index) => itemsOf(organizationOf(index), index));
      const requests = items.map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};
