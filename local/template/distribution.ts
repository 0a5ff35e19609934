import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Assembly } from './assembly.ts';

/** What a distribution does with the requests of a path. */
export type LocalBehavior = {
  /** `/v1/*`; `*` for all that no other behavior takes. */
  pattern: string;
  methods: string[];
  compress: boolean;
  /** `api`, or the files of the bucket: what a deployment puts there, and with which metadata. */
  origin: 'api' | LocalFile[];
  /** Headers that the edge adds on the way to the origin. */
  originHeaders: Record<string, string>;
  /** Source of the function that sees each request first. */
  onRequest: string | undefined;
  /** By the policy: in place of what the origin says, or where it says nothing. */
  responseHeaders: { header: string; value: string; override: boolean }[];
};
export type LocalFile = {
  path: string;
  file: string;
  cacheControl: string | undefined;
  /** What the deployment says; where it says nothing, S3 guesses. */
  contentType: string | undefined;
};
export type LocalDistribution = { behaviors: LocalBehavior[]; rootObject: string };

type Behavior = {
  PathPattern?: string;
  AllowedMethods?: string[];
  Compress: boolean;
  TargetOriginId: string;
  ResponseHeadersPolicyId: string;
  FunctionAssociations?: { EventType: string; FunctionARN: string }[];
};
type Origin = {
  Id: string;
  DomainName: string;
  CustomOriginConfig?: unknown;
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[];
};
type Config = {
  DefaultRootObject: string;
  DefaultCacheBehavior: Behavior;
  CacheBehaviors: Behavior[];
  Origins: Origin[];
};
type Overridable = { Override: boolean };
type HeadersPolicy = {
  CustomHeadersConfig: { Items: ({ Header: string; Value: string } & Overridable)[] };
  SecurityHeadersConfig: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string } & Overridable;
    ContentTypeOptions?: Overridable;
    FrameOptions?: { FrameOption: string } & Overridable;
    ReferrerPolicy?: { ReferrerPolicy: string } & Overridable;
    StrictTransportSecurity?: { AccessControlMaxAgeSec: number; IncludeSubdomains?: boolean } & Overridable;
  };
};

const headersOf = ({ CustomHeadersConfig, SecurityHeadersConfig }: HeadersPolicy): LocalBehavior['responseHeaders'] => {
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy, StrictTransportSecurity } =
    SecurityHeadersConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains } = StrictTransportSecurity ?? {};
  const named: [string, string | undefined, Overridable | undefined][] = [
    ['content-security-policy', ContentSecurityPolicy?.ContentSecurityPolicy, ContentSecurityPolicy],
    ['x-content-type-options', ContentTypeOptions && 'nosniff', ContentTypeOptions],
    ['x-frame-options', FrameOptions?.FrameOption, FrameOptions],
    ['referrer-policy', ReferrerPolicy?.ReferrerPolicy, ReferrerPolicy],
    [
      'strict-transport-security',
      StrictTransportSecurity && `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
      StrictTransportSecurity,
    ],
    ...CustomHeadersConfig.Items.map((item): [string, string, Overridable] => [item.Header, item.Value, item]),
  ];
  return named.flatMap(([header, value, config]) =>
    value === undefined || !config ? [] : [{ header, value, override: config.Override }],
  );
};

type Deployment = {
  SourceObjectKeys: string[];
  DestinationBucketName: string;
  Exclude?: string[];
  Include?: string[];
  SystemMetadata?: { 'cache-control'?: string; 'content-type'?: string };
};

/** For `aws s3 sync`, `*` stands for slashes, too. */
const anywhere = (glob: string): string => (glob.startsWith('*') ? `**/${glob}` : glob);

/** `aws s3 sync` takes what no exclusion takes away, or an inclusion brings back. */
const takes = ({ Exclude = [], Include = [] }: Deployment, name: string): boolean =>
  !Exclude.some((glob) => path.matchesGlob(name, anywhere(glob))) ||
  Include.some((glob) => path.matchesGlob(name, anywhere(glob)));

/** The files that deployments would put into a bucket. */
const filesOf = (assembly: Assembly, bucket: string): LocalFile[] =>
  assembly
    .ofType('Custom::CDKBucketDeployment')
    .filter(({ stack, properties }) => properties.DestinationBucketName === assembly.nameOf(stack, bucket))
    .flatMap(({ properties }) => {
      const deployment = properties as Deployment;
      const directory = assembly.assetDirectory(deployment.SourceObjectKeys[0] ?? '');
      return globSync('**/*', { cwd: directory })
        .filter((name) => statSync(path.join(directory, name)).isFile() && takes(deployment, name))
        .map((name) => ({
          path: `/${name.replaceAll(path.sep, '/')}`,
          file: path.join(directory, name),
          cacheControl: deployment.SystemMetadata?.['cache-control'],
          contentType: deployment.SystemMetadata?.['content-type'],
        }));
    });

/** @throws Error where the distribution has a shape that the local edge does not know */
export const readDistribution = (assembly: Assembly): LocalDistribution => {
  const [distribution] = assembly.ofType('AWS::CloudFront::Distribution');
  if (!distribution) throw new Error('The assembly lacks the distribution');
  const config = distribution.properties.DistributionConfig as Config;

  const functionSource = (logicalId: string): string | undefined => {
    const found = assembly.ofType('AWS::CloudFront::Function').find((resource) => resource.logicalId === logicalId);
    return found && String(found.properties.FunctionCode);
  };
  const policy = (name: string): HeadersPolicy => {
    const found = assembly
      .ofType('AWS::CloudFront::ResponseHeadersPolicy')
      .find(({ stack, logicalId }) => assembly.nameOf(stack, logicalId) === name);
    if (!found) throw new Error(`No response headers policy ${name}`);
    return found.properties.ResponseHeadersPolicyConfig as HeadersPolicy;
  };

  const read = (behavior: Behavior): LocalBehavior => {
    const origin = config.Origins.find(({ Id }) => Id === behavior.TargetOriginId);
    if (!origin) throw new Error(`No origin ${behavior.TargetOriginId}`);
    const association = behavior.FunctionAssociations?.find(({ EventType }) => EventType === 'viewer-request');
    return {
      pattern: behavior.PathPattern ?? '*',
      methods: behavior.AllowedMethods ?? ['GET', 'HEAD'],
      compress: behavior.Compress,
      origin: origin.CustomOriginConfig ? 'api' : filesOf(assembly, origin.DomainName),
      originHeaders: Object.fromEntries(
        (origin.OriginCustomHeaders ?? []).map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]),
      ),
      onRequest: association && functionSource(association.FunctionARN),
      responseHeaders: headersOf(policy(behavior.ResponseHeadersPolicyId)),
    };
  };
  return {
    behaviors: [...config.CacheBehaviors.map(read), read(config.DefaultCacheBehavior)],
    rootObject: config.DefaultRootObject,
  };
};
