import type { SecretPurpose } from '../../shared/ports/secret-box.ts';
import type { partitions } from '../../shared/store/schema.ts';

/* What a function may be granted, and the parts that several functions share. */

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';
/** As an IAM pattern. */
type Partition = `${(typeof partitions)[keyof typeof partitions]}*`;

export type Table = Partial<Record<Partition, TableAction[]>>;
export type Grants = {
  /** By partition: the condition `dynamodb:LeadingKeys` limits each action to it. */
  table?: Table;
  /** By partition, the only attributes that UpdateItem may touch (`dynamodb:Attributes`). */
  marks?: Partial<Record<Partition, string[]>>;
  /** Partitions of the index that may be queried. */
  index?: Partition[];
  /** By purpose: a condition on the encryption context limits each action to it. */
  secrets?: Partial<Record<SecretPurpose, ('Encrypt' | 'Decrypt')[]>>;
};

export const merged = (...tables: Table[]): Table => {
  const all: Table = {};
  for (const table of tables) {
    for (const [partition, actions] of Object.entries(table) as [Partition, TableAction[]][]) {
      all[partition] = [...new Set([...(all[partition] ?? []), ...actions])];
    }
  }
  return all;
};

/**
 * What authentication needs: reading the session and the user, and recording when the session was last seen, which is
 * all that such a function may change about a session. A session that the user's own item does not list is not valid,
 * so this cannot create one either.
 */
export const withSession = (grants: Grants = {}): Grants => ({
  ...grants,
  table: merged({ 'SESSION#*': ['BatchGetItem'], 'USER#*': ['BatchGetItem'] }, grants.table ?? {}),
  marks: { 'SESSION#*': ['lastSeenAt'] },
});
