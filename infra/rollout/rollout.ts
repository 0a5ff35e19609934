import { Duration, Validations } from 'aws-cdk-lib';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import {
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
  TrafficRouting,
} from 'aws-cdk-lib/aws-codedeploy';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type IVersion, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** The share of requests that a new version gets first. */
const PERCENT = 10;
const POLICY = 'service-role/AWSCodeDeployRoleForLambdaLimited';

/** What the API calls: an alias, which CodeDeploy moves from one version of the function to the next. */
// CDK's own types do not compile under exactOptionalPropertyTypes.
export const liveAlias = (scope: Construct, id: string, target: LambdaFunction): Alias =>
  new Alias(scope, `${id}Live`, { aliasName: 'live', version: target.currentVersion as IVersion });

/**
 * Moves these aliases slowly to new versions, and back if an alarm goes off meanwhile. One role and one application for
 * all; a function whose code and settings did not change has no new version, and does not take part.
 */
export const addRollout = (
  scope: Construct,
  { rollout, live, alarms }: { rollout: NonNullable<Settings['rollout']>; live: Map<string, Alias>; alarms: IAlarm[] },
): void => {
  const application = new LambdaApplication(scope, 'Rollout');
  const deploymentConfig = new LambdaDeploymentConfig(scope, 'Slowly', {
    trafficRouting: TrafficRouting.timeBasedCanary({
      interval: Duration.minutes(rollout.minutes),
      percentage: PERCENT,
    }),
  });
  const role = new Role(scope, 'RolloutRole', {
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(POLICY)],
  });
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${POLICY}]`,
    reason: 'Only CodeDeploy may take this role, and AWS keeps the policy in step with what the service needs',
  });
  for (const [id, alias] of live) {
    new LambdaDeploymentGroup(scope, `${id}Rollout`, { application, alias, deploymentConfig, role, alarms });
  }
};
