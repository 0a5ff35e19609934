import { Aws, type Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { SecretPurpose } from '../../shared/ports/secret-box.ts';

/**
 * The path of the functions' roles. The keys recognize the roles by it, so the permanent stack needs no reference to
 * the replaceable one.
 */
export const rolePath = (stackName: string): string => `/${stackName}/functions/`;

/**
 * Everything about a key except its use. `CreateGrant` is excluded too, because an administrator could pass on the use
 * with it.
 */
const administration = [
  ...['CancelKeyDeletion', 'CreateAlias', 'DeleteAlias', 'DescribeKey', 'DisableKey', 'DisableKeyRotation'],
  ...['EnableKey', 'EnableKeyRotation', 'GetKeyPolicy', 'GetKeyRotationStatus', 'ListGrants', 'ListKeyPolicies'],
  ...['ListKeyRotations', 'ListResourceTags', 'PutKeyPolicy', 'RevokeGrant', 'RotateKeyOnDemand'],
  ...['ScheduleKeyDeletion', 'TagResource', 'UntagResource', 'UpdateAlias', 'UpdateKeyDescription'],
].map((action) => `kms:${action}`);

/**
 * Who may do what with a key. The account's policies decide who administers it. Its use is limited to the functions'
 * roles and to its own purposes, so that not even someone who may decrypt "everything" can open a copy of the table;
 * the functions' own policies decide which of them may use it.
 */
export const keyPolicy = ({ partition }: Stack, stackName: string, purposes: SecretPurpose[]): PolicyDocument => {
  const principals = [new AccountRootPrincipal()];
  const resources = ['*'];
  const roles = `arn:${partition}:iam::${Aws.ACCOUNT_ID}:role${rolePath(stackName)}*`;
  return new PolicyDocument({
    statements: [
      new PolicyStatement({ principals, resources, actions: administration }),
      new PolicyStatement({
        ...{ principals, resources, actions: ['kms:Encrypt', 'kms:Decrypt'] },
        conditions: {
          ArnLike: { 'aws:PrincipalArn': roles },
          StringEquals: { 'kms:EncryptionContext:app': stackName, 'kms:EncryptionContext:purpose': purposes },
        },
      }),
    ],
  });
};
