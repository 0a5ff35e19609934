import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLevel, type IOrigin, S3OriginAccessControl } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { globalName } from '../global-name.ts';
import type { Settings } from '../settings.ts';

const KEPT_DAYS = 90;

/** The bucket for the pages' files. Only the distribution reads it. */
export const pagesBucket = (scope: Construct, { stage }: Settings): IBucket => {
  const bucket = new Bucket(scope, 'Pages', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    // A page that a deployment replaced or somebody deleted can be had again.
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(KEPT_DAYS) }],
    ...(stage === 'dev' && { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Public files, read by the distribution only: who fetched them is of no interest',
  });
  // CDK's own types do not compile under exactOptionalPropertyTypes.
  return bucket as IBucket;
};

/** With permission to list, a missing file gives 404 instead of 403; no viewer request can list the bucket. */
export const pagesOrigin = (scope: Construct, bucket: IBucket): IOrigin => {
  const originAccessControlName = globalName(scope, 'PagesAccess');
  return S3BucketOrigin.withOriginAccessControl(bucket, {
    originAccessControl: new S3OriginAccessControl(scope, 'PagesAccess', { originAccessControlName }),
    originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
  });
};
