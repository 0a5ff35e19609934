import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { SecretPurpose } from '../../shared/ports/secret-box.ts';
import { schema } from '../../shared/store/schema.ts';
import type { Grants } from './grant.ts';

export type Resources = { tableArn: string; keyArns: Record<SecretPurpose, string>; app: string };

const onPartitions = (partitions: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } });

/**
 * Table actions by the partitions that they may touch. One statement has all partitions of an action: a batch that
 * spans two is one request, and a condition has to hold for all of its keys at once.
 */
const byPartitions = (table: NonNullable<Grants['table']>): [partitions: string[], actions: string[]][] => {
  const partitionsOf = new Map<string, string[]>();
  for (const [partition, actions] of Object.entries(table)) {
    for (const action of actions) partitionsOf.set(action, [...(partitionsOf.get(action) ?? []), partition]);
  }
  return Object.entries(Object.groupBy(partitionsOf, ([, partitions]) => partitions.join())).map(
    ([joined, group = []]) => [joined.split(','), group.map(([action]) => action)],
  );
};

/**
 * A row of the table of grants as IAM statements: listed actions, one resource each, and conditions that narrow them
 * down.
 */
export const statementsFor = (grants: Grants, { tableArn, keyArns, app }: Resources): PolicyStatement[] => [
  ...byPartitions(grants.table ?? {}).map(
    ([partitions, actions]) =>
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [tableArn],
        conditions: onPartitions(partitions),
      }),
  ),
  ...Object.entries(grants.marks ?? {}).map(
    ([partition, attributes]) =>
      new PolicyStatement({
        actions: ['dynamodb:UpdateItem'],
        resources: [tableArn],
        conditions: {
          ...onPartitions([partition]),
          'ForAllValues:StringEquals': {
            'dynamodb:Attributes': [schema.partitionKey, schema.sortKey, ...attributes],
          },
        },
      }),
  ),
  ...(grants.index ?? []).map(
    (partition) =>
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: schema.indexes.map(({ name }) => `${tableArn}/index/${name}`),
        conditions: onPartitions([partition]),
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
