import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

type Resolved =
  | string
  | { Ref: string }
  | { 'Fn::GetAtt': [string, string] }
  | { 'Fn::ImportValue': string }
  | { 'Fn::Join': [string, Resolved[]] };

const asText = (value: Resolved): string => {
  if (typeof value === 'string') return value;
  if ('Ref' in value) return `<${value.Ref}>`;
  if ('Fn::GetAtt' in value) return `<${value['Fn::GetAtt'].join('.')}>`;
  if ('Fn::ImportValue' in value) return value['Fn::ImportValue'];
  return value['Fn::Join'][1].map(asText).join(value['Fn::Join'][0]);
};

/** An ARN as cdk-nag names it in its findings, whether region and account are known or not. */
export const shown = (scope: Construct, arn: string): string => asText(Stack.of(scope).resolve(arn) as Resolved);
