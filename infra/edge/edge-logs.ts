import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Who fetched what from the distribution, without cookies; secrets of links are in no address that is sent. */
export const logsOf = (scope: Construct, { logRetentionDays, stage }: Settings) => {
  const bucket = new Bucket(scope, 'Logs', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    // CloudFront writes as somebody else, by an access control list.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(logRetentionDays) }],
    // One that is not empty cannot be deleted.
    ...(stage === 'dev' ? { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true } : {}),
  });
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'It is where logs go itself' });
  return { enableLogging: true, logIncludesCookies: false, logBucket: bucket as IBucket };
};
