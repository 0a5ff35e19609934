import { readFileSync } from 'node:fs';
import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { exportForever } from '../frozen/export-forever.ts';
import { globalName } from '../global-name.ts';
import type { Settings } from '../settings.ts';
import { acknowledgeDistribution } from './acknowledge-distribution.ts';
import { logsOf } from './edge-logs.ts';
import { addOriginSecrets, originHeaders } from './origin-secret.ts';
import { pagesBucket, pagesOrigin } from './pages-bucket.ts';
import { apiHeaders, pageHeaders } from './response-headers.ts';

type Props = StackProps & { settings: Settings; webAclArn: string | undefined };

/**
 * By default, CloudFront caches errors for 10 seconds, whatever their headers say and whoever asks: one person's 503
 * would reach everyone.
 */
const neverKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));

/**
 * One origin for browsers: the pages from a bucket, `/v1/*` from the API. Requests that came this way carry a secret
 * header, so the functions may trust the client address that the edge reports.
 */
export class EdgeStack extends Stack {
  readonly api: HttpApi;
  readonly bucket: IBucket;
  /** Where people open the pages: links begin with it. */
  readonly origin: string;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { settings, webAclArn } = props;
    this.api = new HttpApi(this, 'Api', {
      ...{ apiName: settings.stackName, description: 'Sign-in and two-factor API' },
      createDefaultStage: false,
    });
    const secrets = addOriginSecrets(this, settings);
    const bucket = pagesBucket(this, settings);
    this.bucket = bucket;
    const contact = { CONTACT_FOR_SECURITY: settings.securityContact ?? '' };
    const page: BehaviorOptions = {
      origin: pagesOrigin(this, bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: pageHeaders(this, settings),
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: settings.productName,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: { ...page, functionAssociations: [this.onRequest('PageRequest', 'page-request', contact)] },
      additionalBehaviors: { '/v1/*': this.apiBehavior(settings), '/assets/*': page },
      errorResponses: neverKept,
      ...(webAclArn && { webAclId: webAclArn }),
      ...(settings.edgeLogs && logsOf(this, settings)),
      ...this.domain(settings),
    });
    acknowledgeDistribution(distribution, { ...settings, webAclArn });
    this.origin = settings.origin ?? `https://${distribution.distributionDomainName}`;
    new CfnOutput(this, 'Domain', { value: distribution.distributionDomainName });
    // It refers to them by name.
    distribution.node.addDependency(...secrets);
    const { api } = this;
    exportForever(this, [api.apiId, api.apiEndpoint, distribution.distributionDomainName]);
    exportForever(this, [bucket.bucketArn, bucket.bucketName]);
  }

  private apiBehavior(settings: Settings): BehaviorOptions {
    const domain = Fn.select(2, Fn.split('/', this.api.apiEndpoint));
    return {
      origin: new HttpOrigin(domain, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        customHeaders: originHeaders(settings),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // Compressing would leak secrets through the length of the answer (BREACH).
      compress: false,
      originRequestPolicy: this.withPlace(),
      responseHeadersPolicy: apiHeaders(this, settings),
      functionAssociations: [this.onRequest('ApiRequest', 'api-request', { API_HOST: domain })],
    };
  }

  /** Everything that the viewer sent, and where CloudFront's map of addresses has the viewer. */
  private withPlace(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'ApiOriginRequest', {
      originRequestPolicyName: globalName(this, 'ApiOriginRequest'),
      headerBehavior: OriginRequestHeaderBehavior.all('CloudFront-Viewer-Country', 'CloudFront-Viewer-City'),
      cookieBehavior: OriginRequestCookieBehavior.all(),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    });
  }

  /** `known`: what the source only names, since it is known when everything is deployed. */
  private onRequest(id: string, file: string, known: Record<string, string> = {}) {
    const source = readFileSync(new URL(`./${file}.js`, import.meta.url), 'utf8');
    const code = Object.entries(known).reduce((text, [name, value]) => text.replaceAll(name, () => value), source);
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, id, { code: FunctionCode.fromInline(code), runtime: FunctionRuntime.JS_2_0 }),
    };
  }

  /** Without a certificate, the distribution uses the name that CloudFront assigns to it. */
  private domain({ origin, certificateArn }: Settings) {
    if (certificateArn === undefined || origin === undefined) return {};
    return {
      domainNames: [new URL(origin).hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }
}
