import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { schema } from '../shared/store/schema.ts';
import type { Grants, SecretPurpose } from './grants.ts';

export type Resources = { tableArn: string; keyArns: Record<SecretPurpose, string>; app: string };

const onPartition = (partition: string) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partition] } });

/** A row of the golden table as IAM statements: listed actions, one resource each, conditions that pin them down. */
export const statementsFor = (grants: Grants, { tableArn, keyArns, app }: Resources): PolicyStatement[] => [
  ...Object.entries(grants.table ?? {}).map(
    ([partition, actions]) =>
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [tableArn],
        conditions: onPartition(partition),
      }),
  ),
  ...(grants.index ?? []).map(
    (partition) =>
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [`${tableArn}/index/${schema.index.name}`],
        conditions: onPartition(partition),
      }),
  ),
  ...Object.entries(grants.secrets ?? {}).map(
    ([purpose, actions]) =>
      new PolicyStatement({
        actions: actions.map((action) => `kms:${action}`),
        resources: [keyArns[purpose as SecretPurpose]],
        conditions: {
          StringEquals: { 'kms:EncryptionContext:app': app, 'kms:EncryptionContext:purpose': purpose },
        },
      }),
  ),
];
