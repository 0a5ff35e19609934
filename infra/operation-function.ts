import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Area } from '../shared/contract/operation.ts';
import { functionCode } from './bundle/function-code.ts';
import { shown } from './shown.ts';

export type OperationFunctionProps = {
  /** In `functions/`, without its extension: `sign-in/sign-in-totp`. */
  file: string;
  description: string;
  memoryMiB: number;
  /** 10 by default: someone is waiting for the answer. */
  timeoutSeconds?: number;
  logRetentionDays: RetentionDays;
  /** How the keys recognize the functions' roles. */
  rolePath: string;
  environment: Record<string, string>;
  statements: PolicyStatement[];
  wildcards?: Wildcard[];
};
/** A resource with a wildcard, and why it is no more than the function needs. */
export type Wildcard = { resource: string; reason: string };

/** The file of a function: `signInTotp` is in `sign-in/sign-in-totp.ts`, the area that the contract assigns it to. */
export const fileOf = (area: Area | 'events', id: string): string =>
  `${area}/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** One Lambda function with its own role, which may write its log and do what its statements allow. */
export class OperationFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: OperationFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const writeLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    });
    // Not CDK's default role, which has a managed policy that may write to every log of the account.
    const role = new Role(this, 'Role', {
      path: props.rolePath,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${Stack.of(this).stackName}: ${id}`,
      inlinePolicies: { operation: new PolicyDocument({ statements: [writeLog, ...props.statements] }) },
    });
    this.function = new LambdaFunction(this, 'Function', {
      code: functionCode(this, props.file),
      handler: 'index.handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMiB,
      timeout: Duration.seconds(props.timeoutSeconds ?? 10),
      environment: props.environment,
      role,
      logGroup: this.logGroup,
    });
    for (const { resource, reason } of props.wildcards ?? []) {
      const id = `AwsSolutions-IAM5[Resource::${shown(this, resource)}]`;
      Validations.of(role).acknowledge({ id, reason });
      if (resource === '*') Validations.of(role).acknowledge({ id: 'Serverless-LambdaStarPermissions', reason });
    }
    Validations.of(this.function).acknowledge(
      {
        id: 'Serverless-LambdaDLQ',
        reason:
          'Called by the API, which is answered at once, or by a stream with a queue of its own: nothing is queued to be lost',
      },
      {
        id: 'Serverless-LambdaTracing',
        reason: 'The log line of each request has its id, outcome and time; a tracer costs 13 ms of every cold start',
      },
    );
  }
}
