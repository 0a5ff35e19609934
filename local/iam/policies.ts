import type { Assembly } from '../template/assembly.ts';

export type Conditions = Record<string, Record<string, string[]>>;
export type Statement = { effect: 'Allow' | 'Deny'; actions: string[]; resources: string[]; conditions: Conditions };

type Raw = {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: string | string[];
  Principal?: { AWS?: string | string[] };
  Condition?: Record<string, Record<string, string | string[]>>;
};
export type Document = { Statement: Raw[] };

export const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat();

export const readStatement = ({ Effect, Action, Resource, Condition = {} }: Raw): Statement => ({
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
      const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(readStatement));
      return [assembly.arnOf(stack, logicalId), statements];
    }),
  );
