import { AssetHashType, Aws, DockerImage, Stack, Validations } from 'aws-cdk-lib';
import { AccessLevel, type Distribution, type IOrigin, S3OriginAccessControl } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { globalName } from '../global-name.ts';
import type { Settings } from '../settings.ts';
import { buildPages, web } from './build-pages.ts';

/** The bucket for the pages' files. Only the distribution reads it. */
export const pagesBucket = (scope: Construct): IBucket => {
  const bucket = new Bucket(scope, 'Pages', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
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

/** The built pages: `vite build` runs during synthesis, as the functions' bundling does. */
const builtPages = (settings: Settings): ISource =>
  Source.asset(web, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never used: the build runs here or fails.
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle: (outDir) => {
          buildPages(outDir, settings);
          return true;
        },
      },
    },
  });

type Deployed = { bucket: IBucket; distribution: Distribution; settings: Settings };

/** By file name: S3 would guess the type from the extension, without the character set. */
const texts = {
  Scripts: ['*.js', 'text/javascript'],
  Styles: ['*.css', 'text/css'],
  Pictures: ['*.svg', 'image/svg+xml'],
} as const;
const DOCUMENT = 'index.html';
/** Their names change with their content. */
const kept = [CacheControl.fromString('public, max-age=31536000, immutable')];
const utf8 = (type: string): string => `${type}; charset=utf-8`;

/**
 * Puts the files into the bucket at each deployment: first the files that the document refers to, then the document.
 */
export const deployPages = (scope: Construct, { bucket, distribution, settings }: Deployed): void => {
  const common = {
    sources: [builtPages(settings)],
    destinationBucket: bucket,
    // A page that is open during a deployment can still load its remaining parts.
    prune: false,
  };
  const others = { ...common, exclude: [DOCUMENT, ...Object.values(texts).map(([name]) => name)] };
  const assets = [
    new BucketDeployment(scope, 'Assets', { ...others, cacheControl: kept }),
    ...Object.entries(texts).map(
      ([id, [name, type]]) =>
        new BucketDeployment(scope, id, {
          ...common,
          ...{ exclude: ['*'], include: [name], contentType: utf8(type), cacheControl: kept },
        }),
    ),
  ];
  const document = new BucketDeployment(scope, 'Document', {
    ...common,
    ...{ exclude: ['*'], include: [DOCUMENT], contentType: utf8('text/html') },
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/*'],
  });
  document.node.addDependency(...assets);
  acknowledgeHandler(scope, bucket);
};

/** CDK's own function, which runs only during a deployment. */
const acknowledgeHandler = (scope: Construct, bucket: IBucket): void => {
  const reason = 'CDK’s handler, which runs only during a deployment';
  const { node } = Stack.of(scope);
  const handler = node.children.find(({ node: { id } }) => id.startsWith('Custom::CDKBucketDeployment'));
  const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${known(scope)}/*`;
  const wildcards = [
    ...['GetBucket*', 'GetObject*', 'List*', 'Abort*', 'DeleteObject*'].map((action) => `Action::s3:${action}`),
    ...[assets, `<${Stack.of(scope).getLogicalId(bucket.node.defaultChild as never)}.Arn>/*`, '*'].map(
      (resource) => `Resource::${resource}`,
    ),
  ];
  const ids = [
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...wildcards.map((wildcard) => `AwsSolutions-IAM5[${wildcard}]`),
    'AwsSolutions-L1',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
  ];
  if (handler) Validations.of(handler).acknowledge(...ids.map((id) => ({ id, reason })));
};

const known = (scope: Construct): string => {
  const { account, region } = Stack.of(scope);
  return `${account === Aws.ACCOUNT_ID ? '<AWS::AccountId>' : account}-${region === Aws.REGION ? '<AWS::Region>' : region}`;
};
