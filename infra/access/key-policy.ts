import { Aws, type Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { SecretPurpose } from '../../shared/ports/secret-box.ts';

/**
 * The path of the functions' roles. By it the keys know them, without a reference from the stack that must outlive
 * everything to the one that comes and goes.
 */
export const rolePath = (stackName: string): string => `/${stackName}/functions/`;

/** Everything about a key but its use; no `CreateGrant` either, with which an administrator could hand that out. */
const administration = [
  ...['CancelKeyDeletion', 'CreateAlias', 'DeleteAlias', 'DescribeKey', 'DisableKey', 'DisableKeyRotation'],
  ...['EnableKey', 'EnableKeyRotation', 'GetKeyPolicy', 'GetKeyRotationStatus', 'ListGrants', 'ListKeyPolicies'],
  ...['ListKeyRotations', 'ListResourceTags', 'PutKeyPolicy', 'RevokeGrant', 'RotateKeyOnDemand'],
  ...['ScheduleKeyDeletion', 'TagResource', 'UntagResource', 'UpdateAlias', 'UpdateKeyDescription'],
].map((action) => `kms:${action}`);

/**
 * Who may do what with a key. The account's policies decide who administers it. Its use is held to the functions' roles
 * and to its own purposes, so that nobody who may decrypt "everything" opens a copy of the table; which of the functions,
 * their own policies say.
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
