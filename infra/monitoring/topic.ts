import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Those who publish: alarms, and the rule that watches the keys. AWS's own key would not let them. */
const publishers = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'].map((name) => new ServicePrincipal(name));

const nameOf = (stackName: string): string => `${stackName}-alarms`;

const ownTopic = (scope: Construct, stackName: string, email: string): ITopic => {
  const masterKey = new Key(scope, 'AlarmKey', {
    description: 'Encrypts alarms on their way to people',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const topic = new Topic(scope, 'Alarms', { topicName: nameOf(stackName), masterKey, enforceSSL: true });
  for (const publisher of publishers) {
    masterKey.addToResourcePolicy(
      new PolicyStatement({
        ...{ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'], principals: [publisher] },
      }),
    );
    topic.grantPublish(publisher);
  }
  topic.addSubscription(new EmailSubscription(email));
  Validations.of(topic).acknowledge({
    id: 'Serverless-SNSRedrivePolicy',
    reason: 'An alarm that reaches nobody is still in its state: nothing reads a queue of them',
  });
  return topic;
};

/** Makes the topic that alarms publish to, if the deployment names an address. */
export const addAlarmTopic = (scope: Construct, { alarms, stackName }: Settings): ITopic | undefined =>
  alarms?.email ? ownTopic(scope, stackName, alarms.email) : undefined;

/**
 * The topic as another stack names it. By name, not by an export: whoever takes the address out of the settings could
 * not deploy, since CloudFormation withdraws no export in use.
 */
export const alarmTopic = (scope: Construct, { alarms, stackName }: Settings): ITopic | undefined => {
  if (!alarms) return undefined;
  const ownArn = Stack.of(scope).formatArn({ service: 'sns', resource: nameOf(stackName) });
  return Topic.fromTopicArn(scope, 'AlarmTopic', alarms.topicArn ?? ownArn);
};
