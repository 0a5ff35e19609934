import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { type HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Alias, IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Operation } from '../shared/contract/operation.ts';
import { type OperationId, operations } from '../shared/contract/operations.ts';
import { VERSION } from '../shared/contract/version.ts';
import type { Grants } from './access/grant.ts';
import { grants } from './access/grants.ts';
import { rolePath } from './access/key-policy.ts';
import { statementsFor } from './access/statements.ts';
import type { EdgeStack } from './edge/edge-stack.ts';
import { environmentFor } from './environment.ts';
import { addApiAlarms } from './monitoring/api-alarms.ts';
import { addDashboard } from './monitoring/dashboard.ts';
import { alarmTopic } from './monitoring/topic.ts';
import { fileOf, OperationFunction } from './operation-function.ts';
import { addRollout, liveAlias } from './rollout/rollout.ts';
import { methodsByPath, methodsOf } from './routes.ts';
import type { Settings } from './settings.ts';
import { addStage } from './stage.ts';
import type { StatefulStack } from './stateful/stateful-stack.ts';

type Props = StackProps & { stateful: StatefulStack; edge: EdgeStack; settings: Settings };

/** One whole vCPU: argon2id is CPU-bound, and Lambda allots CPU in proportion to memory. */
const HASHING_MIB = 1_769;
const USUAL_MIB = 512;
const hashing = new Set<string>(['signIn', 'confirmIdentity', 'setPassword', 'changePassword']);

/** What can be deployed again at any time: a function and a route per operation, derived from the contract. */
export class StatelessStack extends Stack {
  private readonly props: Props;
  /** What is rolled out slowly, by the ids of operations. */
  private readonly live = new Map<string, Alias>();

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    this.props = props;
    for (const operation of Object.values(operations)) this.addOperation(operation);
    this.addFallback();
    addStage(this, props.edge.api, props.settings);
    const monitored = {
      ...{ apiId: props.edge.api.apiId, tableName: props.stateful.table.tableName },
      namespace: props.settings.stackName,
    };
    const keyArns = [...new Set(Object.values(props.stateful.keyArns))];
    const alarms = addApiAlarms(this, { ...monitored, keyArns, told: alarmTopic(this, props.settings) });
    const { rollout } = props.settings;
    if (rollout) addRollout(this, { rollout, live: this.live, alarms });
    addDashboard(this, monitored);
    new CfnOutput(this, 'ApiUrl', { value: props.edge.api.apiEndpoint });
    new CfnOutput(this, 'Origin', { value: props.edge.origin });
    new CfnOutput(this, 'Version', { value: VERSION });
    new CfnOutput(this, 'TableName', { value: props.stateful.table.tableName });
  }

  private addOperation(operation: Operation): void {
    const { id, path } = operation;
    const integration = this.addFunction(operation, grants[id as OperationId]);
    for (const method of methodsOf(operation)) {
      const name = method === 'HEAD' ? `${id}Head` : id;
      this.addRoute(name, HttpRouteKey.with(path, method as HttpMethod), integration);
    }
  }

  private addFallback(): void {
    const id = 'routeNotFound';
    const summary = 'Answers what no route takes in the form of the other problems';
    const environment = { ROUTES: JSON.stringify(methodsByPath()) };
    this.addRoute(id, HttpRouteKey.DEFAULT, this.addFunction({ id, area: 'service', summary }, {}, environment));
  }

  private addRoute(id: string, routeKey: HttpRouteKey, integration: HttpLambdaIntegration): void {
    // The functions authenticate: an API authorizer would cache its answer beyond the end of a session.
    const route = new HttpRoute(this, `${id}Route`, {
      httpApi: this.props.edge.api,
      routeKey,
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The functions authenticate: an authorizer caches its answer beyond the end of a session',
    });
  }

  /** A stack has room for aliases of some functions only: of those without which nobody gets in. */
  private called(id: string, area: Operation['area'], target: LambdaFunction): IFunction {
    if (!this.props.settings.rollout || area !== 'sign-in') return target;
    const alias = liveAlias(this, id, target);
    this.live.set(id, alias);
    return alias as IFunction;
  }

  private addFunction(
    { id, area, summary }: Pick<Operation, 'id' | 'area' | 'summary'>,
    granted: Grants,
    environment: Record<string, string> = {},
  ): HttpLambdaIntegration {
    const { settings, stateful, edge } = this.props;
    const { keyArns } = stateful;
    const { tableArn, tableName } = stateful.table;
    const operation = new OperationFunction(this, id, {
      file: fileOf(area, id),
      description: summary,
      memoryMiB: hashing.has(id) ? HASHING_MIB : USUAL_MIB,
      logRetentionDays: settings.logRetentionDays,
      rolePath: rolePath(settings.stackName),
      environment: {
        ...environmentFor(granted, { tableName, keyArns, origin: edge.origin }, settings),
        ...environment,
      },
      statements: statementsFor(granted, { tableArn, keyArns, app: settings.stackName }),
    });
    return new HttpLambdaIntegration(`${id}Integration`, this.called(id, area, operation.function));
  }
}
