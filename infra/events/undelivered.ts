import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where the positions in the stream of events go that could not be delivered. */
export const addUndelivered = (scope: Construct): Queue => {
  const queue = new Queue(scope, 'Undelivered', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(queue).acknowledge(
    { id: 'AwsSolutions-SQS3', reason: 'It is where dead letters go itself' },
    { id: 'Serverless-SQSRedrivePolicy', reason: 'It is where dead letters go itself' },
  );
  return queue;
};
