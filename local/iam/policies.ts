import type { Assembly } from '../template/assembly.ts';
import { ACCOUNT } from '../template/names.ts';

export type Conditions = Record<string, Record<string, string[]>>;
export type Statement = { effect: 'Allow' | 'Deny'; actions: string[]; resources: string[]; conditions: Conditions };

type Raw = {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: string | string[];
  Principal?: { AWS?: string | string[] };
  Condition?: Record<string, Record<string, string | string[]>>;
};
type Document = { Statement: Raw[] };

const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat();

const read = ({ Effect, Action, Resource, Condition = {} }: Raw): Statement => ({
  effect: Effect,
  actions: listed(Action),
  resources: listed(Resource),
  conditions: Object.fromEntries(
    Object.entries(Condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, listed(values)])),
    ]),
  ),
});

/** The inline policies of each role, by the role's ARN: what its function may do, and nothing else. */
export const readRolePolicies = (assembly: Assembly): Map<string, Statement[]> =>
  new Map(
    assembly.ofType('AWS::IAM::Role').map(({ stack, logicalId, properties }) => {
      const { Policies = [] } = properties as { Policies?: { PolicyDocument: Document }[] };
      const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(read));
      return [assembly.arnOf(stack, logicalId), statements];
    }),
  );

/** The keys whose policy leaves the decision to the account's IAM policies, by ARN; other keys open for nobody here. */
export const readDelegatingKeys = (assembly: Assembly): Set<string> => {
  const root = `arn:aws:iam::${ACCOUNT}:root`;
  const delegates = ({ Effect, Action, Principal }: Raw): boolean =>
    Effect === 'Allow' && listed(Action).includes('kms:*') && listed(Principal?.AWS).includes(root);
  return new Set(
    assembly
      .ofType('AWS::KMS::Key')
      .filter(({ properties }) => (properties.KeyPolicy as Document).Statement.some(delegates))
      .map(({ stack, logicalId }) => assembly.arnOf(stack, logicalId)),
  );
};
