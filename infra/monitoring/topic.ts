import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Those who publish: alarms, and the rule that watches the keys. AWS's own key would not let them. */
const publishers = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'].map((name) => new ServicePrincipal(name));

const ownTopic = (scope: Construct, email: string): ITopic => {
  const masterKey = new Key(scope, 'AlarmKey', {
    description: 'Encrypts alarms on their way to people',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const topic = new Topic(scope, 'Alarms', { masterKey, enforceSSL: true });
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

/** The topic that alarms publish to, if the deployment names whom they reach. */
export const alarmTopic = (scope: Construct, { alarms }: Settings): ITopic | undefined => {
  if (!alarms) return undefined;
  return 'email' in alarms ? ownTopic(scope, alarms.email) : Topic.fromTopicArn(scope, 'Alarms', alarms.topicArn);
};
