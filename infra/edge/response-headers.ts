import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { globalName } from '../global-name.ts';
import type { Settings } from '../settings.ts';

/** Allows only the product's own files and API; no inline script or style, no HTML from text, no framing. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The QR code comes as text from the API and is shown as an image, in which nothing can run.
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const everywhere = ({ includeSubdomains }: Settings): ResponseSecurityHeadersBehavior => ({
  strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains, override: true },
  contentTypeOptions: { override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
});

const named = (headers: Record<string, string>, override: boolean): ResponseCustomHeader[] =>
  Object.entries(headers).map(([header, value]) => ({ header, value, override }));

/**
 * For the API: the functions set the same headers, but API Gateway's own answers and CloudFront's errors do not. A logo
 * has others, so that it can be kept and mails can show it.
 */
export const apiHeaders = (scope: Construct, settings: Settings): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'ApiHeaders', {
    responseHeadersPolicyName: globalName(scope, 'ApiHeaders'),
    securityHeadersBehavior: {
      ...everywhere(settings),
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
        override: false,
      },
    },
    customHeadersBehavior: {
      customHeaders: named({ 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' }, false),
    },
  });

/**
 * For the pages. How long a browser caches a file is set on the file: a missing file must not be cached as long as an
 * existing one.
 */
export const pageHeaders = (scope: Construct, settings: Settings): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'PageHeaders', {
    responseHeadersPolicyName: globalName(scope, 'PageHeaders'),
    securityHeadersBehavior: {
      ...everywhere(settings),
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        ...named(
          {
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-resource-policy': 'same-origin',
            'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
          },
          true,
        ),
        { header: 'cache-control', value: 'no-cache', override: false },
      ],
    },
  });
