import { AssetHashType, DockerImage, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { shown } from '../shown.ts';
import { buildPages, web } from './build-pages.ts';
import type { EdgeStack } from './edge-stack.ts';

type Props = StackProps & { edge: EdgeStack; settings: Settings };

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
const deployPages = (scope: Construct, bucket: IBucket, settings: Settings): void => {
  const common = {
    sources: [builtPages(settings)],
    destinationBucket: bucket,
    // Else CDK makes one that stays forever.
    logGroup: new LogGroup(scope, 'DeploymentLog', {
      ...{ retention: settings.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY },
    }),
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
    // Asked for each time, so that nothing at the edge has to be invalidated and waited for.
    cacheControl: [CacheControl.noCache()],
  });
  document.node.addDependency(...assets);
  acknowledgeHandler(scope, bucket);
};

/** CDK's own function, which runs only during a deployment. */
const acknowledgeHandler = (scope: Construct, bucket: IBucket): void => {
  const reason = 'CDK’s handler, which runs only during a deployment';
  const { node } = Stack.of(scope);
  const handler = node.children.find(({ node: { id } }) => id.startsWith('Custom::CDKBucketDeployment'));
  const { partition, account, region } = Stack.of(scope);
  const assets = `arn:${partition}:s3:::cdk-hnb659fds-assets-${account}-${region}/*`;
  const exported = Stack.of(bucket).exportValue(bucket.bucketArn);
  const wildcards = [
    ...['GetBucket*', 'GetObject*', 'List*', 'Abort*', 'DeleteObject*'].map((action) => `Action::s3:${action}`),
    ...[assets, `${exported}/*`, '*'].map((resource) => `Resource::${shown(scope, resource)}`),
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

/** The files of the pages, deployed last: what they call is there before them. */
export class PagesStack extends Stack {
  constructor(scope: Construct, id: string, { edge, settings, ...props }: Props) {
    super(scope, id, props);
    deployPages(this, edge.bucket, settings);
  }
}
