import type { Assembly } from './assembly.ts';
import { filesOf, type LocalFile } from './bucket-files.ts';

/** What a distribution does with requests for a path. */
export type LocalBehavior = {
  /** `/v1/*`; `*` for everything that no other behavior takes. */
  pattern: string;
  methods: string[];
  compress: boolean;
  /** `api`, or the files of the bucket: what a deployment puts there, and with which metadata. */
  origin: 'api' | LocalFile[];
  /** The origin's own name: the only `Host` that API Gateway takes. */
  originName: string;
  /** Headers that the edge adds on the way to the origin. */
  originHeaders: Record<string, string>;
  /** Whether the origin gets the viewer's `Host` unless the function names another. */
  forwardsHost: boolean;
  /** What the edge says about the viewer: lower-case names of its own headers. */
  viewerFacts: string[];
  /** Source of the function that sees each request first. */
  onRequest: string | undefined;
  /** From the policy: these replace the origin's headers, or apply if the origin sets none. */
  responseHeaders: { header: string; value: string; override: boolean }[];
};
export type LocalDistribution = { behaviors: LocalBehavior[]; rootObject: string };

type Behavior = {
  PathPattern?: string;
  AllowedMethods?: string[];
  Compress: boolean;
  TargetOriginId: string;
  OriginRequestPolicyId?: string;
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
type ForwardingPolicy = { HeadersConfig: { HeaderBehavior: string; Headers: string[] } };
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

/** @throws Error if the distribution has a shape that the local edge does not support */
export const readDistribution = (assembly: Assembly): LocalDistribution => {
  const [distribution] = assembly.ofType('AWS::CloudFront::Distribution');
  if (!distribution) throw new Error('The assembly lacks the distribution');
  const config = distribution.properties.DistributionConfig as Config;

  const functionSource = (logicalId: string): string | undefined => {
    const found = assembly.ofType('AWS::CloudFront::Function').find((resource) => resource.logicalId === logicalId);
    return found && String(found.properties.FunctionCode);
  };
  const named = (kind: 'ResponseHeadersPolicy' | 'OriginRequestPolicy', name: string): unknown => {
    const found = assembly
      .ofType(`AWS::CloudFront::${kind}`)
      .find(({ stack, logicalId }) => assembly.nameOf(stack, logicalId) === name);
    if (!found) throw new Error(`The assembly lacks the ${kind} ${name}`);
    return found.properties[`${kind}Config`];
  };
  const forwarding = (policy: string | undefined) => {
    if (policy === undefined) return { forwardsHost: false, viewerFacts: [] };
    const { HeadersConfig } = named('OriginRequestPolicy', policy) as ForwardingPolicy;
    if (HeadersConfig.HeaderBehavior !== 'allViewerAndWhitelistCloudFront')
      throw new Error(`The local edge does not know how to forward ${HeadersConfig.HeaderBehavior}`);
    return { forwardsHost: true, viewerFacts: HeadersConfig.Headers.map((header) => header.toLowerCase()) };
  };

  const read = (behavior: Behavior): LocalBehavior => {
    const origin = config.Origins.find(({ Id }) => Id === behavior.TargetOriginId);
    if (!origin) throw new Error(`No origin ${behavior.TargetOriginId}`);
    const association = behavior.FunctionAssociations?.find(({ EventType }) => EventType === 'viewer-request');
    return {
      pattern: behavior.PathPattern ?? '*',
      methods: behavior.AllowedMethods ?? ['GET', 'HEAD'],
      compress: behavior.Compress,
      origin: origin.CustomOriginConfig ? 'api' : filesOf(assembly, distribution.stack, origin.DomainName),
      originName: origin.DomainName,
      ...forwarding(behavior.OriginRequestPolicyId),
      originHeaders: Object.fromEntries(
        (origin.OriginCustomHeaders ?? []).map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]),
      ),
      onRequest: association && functionSource(association.FunctionARN),
      responseHeaders: headersOf(named('ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId) as HeadersPolicy),
    };
  };
  return {
    behaviors: [...config.CacheBehaviors.map(read), read(config.DefaultCacheBehavior)],
    rootObject: config.DefaultRootObject,
  };
};
