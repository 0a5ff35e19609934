import { CfnOutput, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Operation } from '../shared/contract/operation.ts';
import { type OperationId, operations } from '../shared/contract/operations.ts';
import { aliasesFor } from './bundle/aliases.ts';
import { environmentFor } from './environment.ts';
import { type Grants, grants } from './grants.ts';
import { OperationFunction } from './operation-function.ts';
import type { Settings } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';
import { statementsFor } from './statements.ts';

type Props = StackProps & { stateful: StatefulStack; settings: Settings };

/** One whole vCPU: argon2id is CPU-bound, and Lambda gives CPU by memory. */
const HASHING_MIB = 1_769;
const USUAL_MIB = 512;
const hashing = new Set<string>(['signIn', 'confirmIdentity', 'setPassword', 'changePassword']);

/** File of an operation: `signInTotp` is in `sign-in-totp.ts`. */
export const fileOf = (operationId: string): string =>
  operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Nothing in it is secret: no body, no header but the client's name, no query string. */
const accessLog = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  edgeIp: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  error: '$context.error.message',
};

/** What can be deployed anew at any time: a function per operation, derived from the contract, and the API. */
export class StatelessStack extends Stack {
  private readonly props: Props;
  readonly api: HttpApi;
  readonly originSecret: Secret;
  private readonly aliases: Record<string, string>;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    this.props = props;
    this.aliases = aliasesFor(this, props.settings);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false, description: 'Sign-in and two-factor API' });
    this.originSecret = this.addOriginSecret();
    this.addStage();
    for (const operation of Object.values(operations)) this.addOperation(operation);
    this.addFallback();
    new CfnOutput(this, 'ApiUrl', { value: this.api.apiEndpoint });
    new CfnOutput(this, 'TableName', { value: props.stateful.table.tableName });
  }

  /** Shared by distribution and functions: what it guards is a client's address, not an account. */
  private addOriginSecret(): Secret {
    const secret = new Secret(this, 'OriginSecret', {
      description: 'Proves to the functions that a request came through the distribution',
      generateSecretString: { passwordLength: 43, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'It guards the addresses that limits count by, not an account; a new one takes a deployment of both sides',
    });
    return secret;
  }

  private addStage(): void {
    const { ratePerSecond: rateLimit, burst: burstLimit } = this.props.settings.throttle;
    const logGroup = new LogGroup(this, 'AccessLog', {
      // Log groups elsewhere share one resource policy of limited size.
      logGroupName: `/aws/vendedlogs/${this.stackName}/access`,
      retention: this.props.settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit, burstLimit },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
  }

  private addOperation({ id, summary, method, path }: Operation): void {
    const integration = this.addFunction(id, summary, grants[id as OperationId]);
    this.addRoute(id, HttpRouteKey.with(path, HttpMethod[method]), integration);
  }

  private addFallback(): void {
    const summary = 'Answers what no route takes in the form of the other problems';
    this.addRoute('routeNotFound', HttpRouteKey.DEFAULT, this.addFunction('routeNotFound', summary, {}));
  }

  private addRoute(id: string, routeKey: HttpRouteKey, integration: HttpLambdaIntegration): void {
    // The functions authenticate: an authorizer of the API would cache its answer beyond the end of a session.
    const route = new HttpRoute(this, `${id}Route`, {
      httpApi: this.api,
      routeKey,
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The functions authenticate: an authorizer caches its answer beyond the end of a session',
    });
  }

  private addFunction(id: string, description: string, granted: Grants): HttpLambdaIntegration {
    const { settings, stateful } = this.props;
    const { keyArns } = stateful;
    const { tableArn, tableName } = stateful.table;
    const operation = new OperationFunction(this, id, {
      file: fileOf(id),
      description,
      memoryMiB: hashing.has(id) ? HASHING_MIB : USUAL_MIB,
      logRetentionDays: settings.logRetentionDays,
      environment: environmentFor(granted, { tableName, keyArns, originSecret: this.originSecret }, settings),
      statements: statementsFor(granted, { tableArn, keyArns, app: settings.stackName }),
      aliases: this.aliases,
    });
    return new HttpLambdaIntegration(`${id}Integration`, operation.function);
  }
}
