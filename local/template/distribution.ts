import type { Assembly } from './assembly.ts';

/** What a distribution does with the requests of a path. */
export type LocalBehavior = {
  /** `/v1/*`; `*` for all that no other behavior takes. */
  pattern: string;
  methods: string[];
  compress: boolean;
  /** `api`, or the folder with the files of the bucket. */
  origin: 'api' | { directory: string };
  /** Headers that the edge adds on the way to the origin. */
  originHeaders: Record<string, string>;
  /** Source of the function that sees each request first. */
  onRequest: string | undefined;
  /** By the policy; they replace what the origin says. */
  responseHeaders: Record<string, string>;
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
type HeadersPolicy = {
  CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
  SecurityHeadersConfig: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string };
    FrameOptions?: { FrameOption: string };
    ReferrerPolicy: { ReferrerPolicy: string };
    StrictTransportSecurity: { AccessControlMaxAgeSec: number };
  };
};

const headersOf = ({
  CustomHeadersConfig,
  SecurityHeadersConfig: security,
}: HeadersPolicy): Record<string, string> => ({
  ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
  ...(security.ContentSecurityPolicy && {
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
  }),
  ...(security.FrameOptions && { 'x-frame-options': security.FrameOptions.FrameOption }),
  'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
  'strict-transport-security': `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
});

/** The files that a deployment would put into a bucket. */
const filesOf = (assembly: Assembly, bucket: string): string => {
  const deployed = assembly
    .ofType('Custom::CDKBucketDeployment')
    .find(({ stack, properties }) => properties.DestinationBucketName === assembly.nameOf(stack, bucket));
  const [key = ''] = (deployed?.properties.SourceObjectKeys ?? []) as string[];
  return assembly.assetDirectory(key);
};

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
      origin: origin.CustomOriginConfig ? 'api' : { directory: filesOf(assembly, origin.DomainName) },
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
