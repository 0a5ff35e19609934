import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  type HttpApi,
  HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Settings } from './settings.ts';
import { routeSettings } from './throttles.ts';

/** Nothing in it is secret: no body, no header except the client's name, no query string. */
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

/** The API's one stage: its log, and the limits of its routes. Add it after the routes. */
export const addStage = (scope: Stack, httpApi: HttpApi, { logRetentionDays, throttle }: Settings): void => {
  const logGroup = new LogGroup(scope, 'AccessLog', {
    // Log groups with other names share one resource policy of limited size.
    logGroupName: `/aws/vendedlogs/${scope.stackName}/access`,
    retention: logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: throttle.ratePerSecond, burstLimit: throttle.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  });
  (stage.node.defaultChild as CfnStage).routeSettings = routeSettings(throttle);
  // API Gateway refuses a stage with settings for a route that does not exist yet.
  stage.node.addDependency(...scope.node.children.filter((child) => child instanceof HttpRoute));
};
