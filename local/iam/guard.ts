import type { Service } from '../aws/call.ts';
import type { Assembly } from '../template/assembly.ts';
import type { LocalFunction } from '../template/functions.ts';
import { type AccessRequest, allowing, matches } from './evaluate.ts';
import { keyAllows, readKeyPolicies } from './key-policies.ts';
import { readRolePolicies, type Statement } from './policies.ts';
import { accessRequests, type PartitionKeys } from './requests.ts';

type Keyed = { KeySchema: { AttributeName: string; KeyType: string }[] };
type TableProperties = Keyed & { GlobalSecondaryIndexes?: (Keyed & { IndexName: string })[] };

/** One action that a function's role grants, on which resource, and whether any call has needed it. */
export type Permission = { function: string; action: string; on: string; used: boolean };

/** What Lambda does on behalf of a function that a stream feeds. */
const STREAM_ACTIONS = ['ListStreams', 'DescribeStream', 'GetRecords', 'GetShardIterator'].map(
  (action) => `dynamodb:${action}`,
);
const LEADING_KEYS = 'dynamodb:LeadingKeys';

/** What a statement grants an action on: each partition separately, or the key's purpose. */
const grantedOn = ({ resources, conditions }: Statement): string[] => {
  const keys = Object.entries(conditions).flatMap(([, entries]) => entries[LEADING_KEYS] ?? []);
  const index = resources[0]?.includes('/index/') ? 'index ' : '';
  if (keys.length > 0) return keys.map((partition) => index + partition);
  return [Object.values(conditions).flatMap(Object.values).join(' ')];
};

/** Which of these a request used. */
const usedOn = (statement: Statement, { context }: AccessRequest): string[] =>
  grantedOn(statement).filter((granted) => {
    const keys = context[LEADING_KEYS];
    return keys === undefined || keys.some((key) => matches(granted.replace('index ', ''), key));
  });

const hashKey = ({ KeySchema }: Keyed): string =>
  KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';

export const partitionKeys = (assembly: Assembly): PartitionKeys => {
  const [table] = [...assembly.ofType('AWS::DynamoDB::GlobalTable'), ...assembly.ofType('AWS::DynamoDB::Table')];
  const properties = table?.properties as TableProperties;
  const indexes = (properties.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, hashKey(index)]);
  return { table: hashKey(properties), indexes: Object.fromEntries(indexes) };
};

/**
 * Lets a function do what its role's synthesized policies allow, and nothing else: a call that would fail in a
 * deployment fails here too.
 */
export const createGuard = (assembly: Assembly, functions: LocalFunction[]) => {
  const roles = readRolePolicies(assembly);
  const keyPolicies = readKeyPolicies(assembly);
  const keys = partitionKeys(assembly);
  const used = new Map<Statement, Set<string>>();
  const roleOf = new Map(functions.map(({ id, roleArn }) => [id, roleArn]));
  const policiesOf = new Map(functions.map(({ id, roleArn }) => [id, roles.get(roleArn) ?? []]));

  return {
    /** Whether a function may make a call; every part of a transaction must be allowed. */
    allows(functionId: string, service: Service, action: string, body: string): boolean {
      const statements = policiesOf.get(functionId) ?? [];
      const requests = accessRequests(service, action, body, keys);
      const allowed = requests.map((request) => ({ request, by: allowing(statements, request) }));
      // Using a key needs both: the key's policy and the role's.
      const roleArn = roleOf.get(functionId) ?? '';
      const isOpen = (request: AccessRequest): boolean => service !== 'kms' || keyAllows(keyPolicies, request, roleArn);
      if (allowed.some(({ by, request }) => !by || !isOpen(request))) return false;
      for (const { by, request } of allowed) {
        if (!by) continue;
        const names = used.get(by) ?? new Set();
        for (const on of usedOn(by, request)) names.add(`${request.action} ${on}`);
        used.set(by, names);
      }
      return true;
    },

    /** Whether a stream may be read on a function's behalf. */
    mayReadStream(functionId: string, resource: string): boolean {
      const statements = policiesOf.get(functionId) ?? [];
      return STREAM_ACTIONS.every((action) => allowing(statements, { action, resource, context: {} }));
    },

    /** Everything that is granted on the table and the keys. */
    permissions: (): Permission[] =>
      functions.flatMap(({ id }) =>
        (policiesOf.get(id) ?? []).flatMap((statement) =>
          statement.actions
            .filter((action) => /^(dynamodb|kms):/.test(action) && !STREAM_ACTIONS.includes(action))
            .flatMap((action) =>
              grantedOn(statement).map((on) => ({
                function: id,
                action,
                on,
                used: used.get(statement)?.has(`${action} ${on}`) ?? false,
              })),
            ),
        ),
      ),
  };
};
export type Guard = ReturnType<typeof createGuard>;
