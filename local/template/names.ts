import { createHash } from 'node:crypto';
import type { Resource } from './resolve.ts';

/* The names that CloudFormation would assign: the same at every start, so that kept data finds its table and keys. */

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';

type Resolve = (value: unknown, stack: string) => unknown;

export const pseudoParameters = (stack: string): Record<string, string> => ({
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack,
});

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const busName = (type: string, { Name }: Record<string, unknown>): unknown =>
  type === 'AWS::Events::EventBus' ? Name : undefined;

/** The value of `Ref`. */
export const nameOf = (
  stack: string,
  logicalId: string,
  { Type, Properties = {} }: Resource,
  resolve: Resolve,
): string => {
  if (Type === 'AWS::KMS::Key') return uuidOf(`${stack}/${logicalId}`);
  if (Type === 'AWS::SecretsManager::Secret') return `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${logicalId}`;
  const given = Properties.TableName ?? Properties.FunctionName ?? Properties.LogGroupName ?? busName(Type, Properties);
  return given === undefined ? `${stack}-${logicalId}` : String(resolve(given, stack));
};

/** The value of `Fn::GetAtt … Arn`. */
export const arnOf = (stack: string, logicalId: string, resource: Resource, resolve: Resolve): string => {
  const name = nameOf(stack, logicalId, resource, resolve);
  const place = `${REGION}:${ACCOUNT}`;
  switch (resource.Type) {
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return `arn:aws:dynamodb:${place}:table/${name}`;
    case 'AWS::KMS::Key':
      return `arn:aws:kms:${place}:key/${name}`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${place}:function:${name}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${ACCOUNT}:role${resolve(resource.Properties?.Path ?? '/', stack)}${name}`;
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${place}:${name}`;
    case 'AWS::Events::Rule':
      return `arn:aws:events:${place}:rule/${name}`;
    case 'AWS::Events::EventBus':
      return `arn:aws:events:${place}:event-bus/${name}`;
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${place}:log-group:${name}:*`;
    default:
      throw new Error(`${stack}/${logicalId}: the ARN of ${resource.Type} has no local meaning yet`);
  }
};
