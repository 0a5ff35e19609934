import type { Assembly } from '../template/assembly.ts';
import { ACCOUNT } from '../template/names.ts';
import { type AccessRequest, allowing } from './evaluate.ts';
import { type Document, listed, readStatement, type Statement } from './policies.ts';

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;

/**
 * By a key's ARN, what its policy leaves to the account's IAM policies. Statements for other principals are ignored:
 * they grant nothing here.
 */
export const readKeyPolicies = (assembly: Assembly): Map<string, Statement[]> =>
  new Map(
    assembly.ofType('AWS::KMS::Key').map(({ stack, logicalId, properties }) => {
      const { Statement: statements } = properties.KeyPolicy as Document;
      const delegating = statements.filter(({ Principal }) => listed(Principal?.AWS).includes(ROOT));
      return [assembly.arnOf(stack, logicalId), delegating.map(readStatement)];
    }),
  );

/** Whether a key's policy lets a role's own policies decide about a request. An unknown key opens for no one. */
export const keyAllows = (policies: Map<string, Statement[]>, request: AccessRequest, roleArn: string): boolean => {
  const context = { ...request.context, 'aws:PrincipalArn': [roleArn] };
  return allowing(policies.get(request.resource) ?? [], { ...request, context }) !== undefined;
};
