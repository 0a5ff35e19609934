import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { Grants } from '../../infra/access/grant.ts';
import { grants } from '../../infra/access/grants.ts';
import { readSettings } from '../../infra/settings.ts';
import { permissionOf } from '../../shared/contract/operation.ts';
import { operationList } from '../../shared/contract/operations.ts';
import { headers } from '../../shared/entry/http/response/security-headers.ts';
import { schema } from '../../shared/store/schema.ts';
import { resourcesOf, synthesized, unbundledApp } from './templates.ts';

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const { stateful, stateless, edge, pages } = synthesized();
const functions = Object.entries(resourcesOf(stateless)).filter(([, { Type }]) => Type === 'AWS::Lambda::Function');
const roles = Object.entries(resourcesOf(stateless)).filter(([, { Type }]) => Type === 'AWS::IAM::Role');

type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
};
const statementsOf = (properties: Record<string, never>): Statement[] =>
  ((properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[]).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
const actionsOf = ({ Action }: Statement): string[] => [Action].flat();

describe('what must outlive every deployment', () => {
  // A change here replaces the resource, and the user store or its keys would be lost. Do not adapt the list; undo the
  // change.
  it('keeps its logical ids, types and key schemas', () => {
    const file = new URL('../../infra/frozen/stateful-resources.json', import.meta.url);
    const listed = Object.entries(resourcesOf(stateful)).map(([logicalId, { Type, Properties }]) => ({
      logicalId,
      type: Type,
      ...('KeySchema' in Properties && { keySchema: Properties.KeySchema }),
    }));
    expect(listed).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('and what it exports keep their names: other stacks import them, and no one may change an export in use', () => {
    const file = new URL('../../infra/frozen/exports.json', import.meta.url);
    const exportsOf = (template: typeof stateful) =>
      Object.values(template.findOutputs('*'))
        .flatMap(({ Export }) => (Export ? [String(Export.Name)] : []))
        .sort();
    for (const changed of [{}, { stage: 'dev' }, { origin: 'https://auth.example.com', certificateArn: CERTIFICATE }]) {
      const templates = synthesized(changed);
      const exported = Object.entries(templates).map(([name, template]) => [name, exportsOf(template)] as const);
      expect(Object.fromEntries(exported.filter(([, names]) => names.length > 0))).toEqual(
        JSON.parse(readFileSync(file, 'utf8')),
      );
    }
  });

  it('is retained when it leaves the template', () => {
    for (const resource of Object.values(resourcesOf(stateful))) {
      // Except when its first creation fails: then nobody would miss it, and nobody would find it.
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    }
  });

  it('goes with everything else in the stage dev, and only there', () => {
    const { app } = unbundledApp({ stage: 'dev' });
    const { stateful: dev } = synthesized({ stage: 'dev' });
    for (const resource of Object.values(resourcesOf(dev))) {
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual(['Delete', 'Delete']);
    }
    dev.hasResourceProperties('AWS::DynamoDB::GlobalTable', { Replicas: [{ DeletionProtectionEnabled: false }] });
    const isProtected = (of: App) => of.node.children.map((stack) => (stack as Stack).terminationProtection === true);
    expect(isProtected(app)).toEqual([false, false, false, false, false]);
    expect(isProtected(unbundledApp().app)).toEqual([true, false, false, false, false]);
  });

  it('is a table with point-in-time recovery, deletion protection, TTL, a stream and a keys-only index', () => {
    stateful.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      GlobalSecondaryIndexes: ['gsi1', 'gsi2'].map((IndexName) => ({
        IndexName,
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...schema.projected] },
      })),
      Replicas: [
        { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
    });
  });

  it('is a key for each kind of secret, rotated', () => {
    stateful.resourceCountIs('AWS::KMS::Key', 2);
    stateful.allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });
});

// A test that changes settings synthesizes the app again.
const SYNTHESIS = { timeout: 60_000 };

describe('functions', SYNTHESIS, () => {
  it('are one per operation, and one for requests that no route takes', () => {
    expect(functions).toHaveLength(operationList.length + 1);
  });

  it('run on nodejs24.x and arm64 with 10 seconds, explicit memory, and a log that is not kept forever', () => {
    stateless.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 10,
      MemorySize: Match.anyValue(),
      LoggingConfig: { LogGroup: Match.anyValue() },
    });
    stateless.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  it('get names and settings, and the edge’s secret by reference', () => {
    const keys = ['TOTP_KEY_ARN', 'RECOVERY_KEY_ARN'];
    const known = [
      'METRICS',
      'TABLE_NAME',
      'SECURITY_SETTINGS',
      'APP',
      ...keys,
      'PRODUCT_NAME',
      'ORIGIN',
      'SENDS_MAIL',
    ];
    for (const [, { Properties }] of functions) {
      const { Variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
      const { ORIGIN_SECRET, ROUTES, ...others } = Variables;
      // Lambda's limit for all of them together.
      expect(JSON.stringify(Variables).length).toBeLessThan(4_096);
      expect(known).toEqual(expect.arrayContaining(Object.keys(others)));
      expect(ORIGIN_SECRET).toBe('{{resolve:secretsmanager:Sallyport/origin-secret-1:SecretString:::}}');
    }
  });

  it('know one of the secrets that the edge sends, before, during and after a rotation, and none that is gone', () => {
    const sentBy = (template: typeof edge): unknown[] => {
      const [distribution] = Object.values(resourcesOf(template)).filter(
        ({ Type }) => Type === 'AWS::CloudFront::Distribution',
      );
      const config = distribution?.Properties.DistributionConfig as unknown as
        | { Origins: { OriginCustomHeaders?: { HeaderValue: unknown }[] }[] }
        | undefined;
      const headers = config?.Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders) ?? [];
      return headers.map(({ HeaderValue }) => HeaderValue);
    };
    const knownBy = (template: typeof stateless): unknown[] =>
      Object.values(resourcesOf(template)).flatMap(({ Type, Properties }) => {
        if (Type !== 'AWS::Lambda::Function') return [];
        return [(Properties.Environment as unknown as { Variables: Record<string, unknown> }).Variables.ORIGIN_SECRET];
      });
    const rotated = synthesized({ originSecret: 2 });
    for (const known of knownBy(stateless)) {
      expect(sentBy(edge)).toContain(known);
      // The edge is deployed first; and if the rest fails, these functions still find their secret.
      expect(sentBy(rotated.edge)).toContain(known);
    }
    rotated.edge.hasResourceProperties('AWS::SecretsManager::Secret', { Name: 'Sallyport/origin-secret-1' });
    const again = synthesized({ originSecret: 3 });
    for (const known of knownBy(rotated.stateless)) {
      expect(sentBy(rotated.edge)).toContain(known);
      expect(sentBy(edge)).not.toContain(known);
      expect(sentBy(again.edge)).toContain(known);
    }
    for (const known of knownBy(stateless)) expect(sentBy(again.edge)).not.toContain(known);
  });

  it('have no more dynamic references in a template than CloudFormation resolves: 60', () => {
    for (const template of Object.values(synthesized({ mail: { from: 'a@example.org' } }))) {
      const references = JSON.stringify(template.toJSON()).match(/\{\{resolve:/g) ?? [];
      expect(references.length).toBeLessThanOrEqual(60);
    }
  });

  it('all accept only the edge if that is set', () => {
    const told = (template: typeof stateless) =>
      Object.values(resourcesOf(template))
        .filter(({ Type }) => Type === 'AWS::Lambda::Function')
        .map(
          ({ Properties }) =>
            (Properties.Environment as unknown as { Variables: Record<string, unknown> }).Variables.EDGE_ONLY,
        );
    expect(new Set(told(stateless))).toEqual(new Set([undefined]));
    expect(new Set(told(synthesized({ edgeOnly: true }).stateless))).toEqual(new Set(['yes']));
  });

  it('of service operations have access to neither table nor key', () => {
    expect([grants.getHealth, grants.getOpenApi]).toEqual([{}, {}]);
  });
});

describe('routes', () => {
  it('are those of the contract, and $default', () => {
    const keys = Object.values(resourcesOf(stateless)).flatMap(({ Type, Properties }) =>
      Type === 'AWS::ApiGatewayV2::Route' ? [Properties.RouteKey] : [],
    );
    const wanted = operationList.flatMap(({ method, path }) =>
      (method === 'GET' ? ['GET', 'HEAD'] : [method]).map((each) => `${each} ${path}`),
    );
    expect(keys.sort()).toEqual([...wanted, '$default'].sort());
  });

  it('each have their own limit, which the stage gets after the routes', () => {
    const entries = Object.entries(resourcesOf(stateless));
    const routes = entries.filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Route');
    const [stage] = entries.filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Stage').map(([, found]) => found);
    const settings = stage?.Properties.RouteSettings as unknown as Record<string, object>;
    expect(Object.keys(settings).sort()).toEqual(
      routes.map(([, { Properties }]) => String(Properties.RouteKey)).sort(),
    );
    expect(settings).toMatchObject({
      'POST /v1/sign-in': { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      'GET /v1/health': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
      'HEAD /v1/openapi.json': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
      $default: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
    });
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes.map(([logicalId]) => logicalId)));
  });

  it('are throttled, and logged without anything secret', () => {
    stateless.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 },
      AccessLogSettings: {
        Format: Match.not(Match.stringLikeRegexp('authorizer|querystring|requestBody|header|\\.path')),
      },
    });
  });
});

describe('least privilege (rule 9)', () => {
  it('gives every function its own role, without a managed policy', () => {
    expect(roles).toHaveLength(functions.length);
    expect(new Set(functions.map(([, { Properties }]) => JSON.stringify(Properties.Role))).size).toBe(functions.length);
    for (const [, { Properties }] of roles) expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    stateless.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('lists actions and resources, without a wildcard', () => {
    for (const statement of roles.flatMap(([, { Properties }]) => statementsOf(Properties))) {
      expect(statement.Effect).toBe('Allow');
      for (const action of actionsOf(statement)) expect(action).not.toContain('*');
      expect(JSON.stringify(statement.Resource)).not.toMatch(/"\*"|\*/);
    }
  });

  it('limits table actions to partitions, and key actions to application and purpose (rule 8)', () => {
    for (const statement of roles.flatMap(([, { Properties }]) => statementsOf(Properties))) {
      const [service] = (actionsOf(statement)[0] ?? '').split(':');
      if (service === 'dynamodb')
        expect(statement.Condition?.['ForAllValues:StringLike']).toHaveProperty(['dynamodb:LeadingKeys']);
      if (service === 'kms') {
        expect(statement.Condition?.StringEquals).toEqual({
          'kms:EncryptionContext:app': 'Sallyport',
          'kms:EncryptionContext:purpose': expect.stringMatching(/^(totp-secret|recovery-code|bypass-code)$/),
        });
      }
    }
  });

  const may = (purpose: 'totp-secret' | 'recovery-code' | 'bypass-code', action: 'Encrypt' | 'Decrypt') =>
    Object.entries<Grants>(grants)
      .filter(([, { secrets }]) => secrets?.[purpose]?.includes(action))
      .map(([id]) => id);

  it('lets no operation open a bypass code, and one seal it: only mail delivery reads it', () => {
    expect(may('bypass-code', 'Decrypt')).toEqual([]);
    expect(may('bypass-code', 'Encrypt')).toEqual(['issueBypassCode']);
  });

  it('lets only the show operation open recovery codes (rule 6)', () => {
    expect(may('recovery-code', 'Decrypt')).toEqual(['showRecoveryCodes']);
  });

  it('lets only operations that compare a code open TOTP secrets', () => {
    expect(may('totp-secret', 'Decrypt').sort()).toEqual(['confirmIdentity', 'confirmTwoFactorSetup', 'signInTotp']);
  });

  it('lets no administrator’s operation touch a secret, except the bypass code that one seals and cannot open', () => {
    const touching = operationList
      .filter(({ auth }) => permissionOf(auth))
      .map(({ id }) => [id, (grants[id as keyof typeof grants] as Grants).secrets] as const)
      .filter(([, secrets]) => secrets);
    expect(touching).toEqual([['issueBypassCode', { 'bypass-code': ['Encrypt'] }]]);
  });
});

describe('the edge', SYNTHESIS, () => {
  it('gives every answer of the API the headers that the functions give', () => {
    edge.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: {
          Items: ['cache-control', 'cross-origin-resource-policy'].map((Header) => ({
            ...{ Header, Override: false },
            Value: headers[Header as keyof typeof headers],
          })),
        },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: headers['content-security-policy'], Override: false },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: headers['referrer-policy'] },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: false },
        },
      },
    });
    expect(headers['strict-transport-security']).toBe('max-age=63072000');
  });

  it('speaks for the hosts below its own only if that is set', () => {
    synthesized({ includeSubdomains: true }).edge.allResourcesProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: { SecurityHeadersConfig: { StrictTransportSecurity: { IncludeSubdomains: true } } },
    });
  });

  it('names the character set of every text, and leaves no file out', () => {
    const deployments = Object.values(resourcesOf(pages))
      .filter(({ Type }) => Type === 'Custom::CDKBucketDeployment')
      .map(({ Properties: { Include, Exclude, SystemMetadata } }) => [
        Include,
        Exclude,
        SystemMetadata?.['content-type'],
      ]);
    expect(deployments).toEqual([
      [undefined, ['index.html', '*.js', '*.css', '*.svg'], undefined],
      [['*.js'], ['*'], 'text/javascript; charset=utf-8'],
      [['*.css'], ['*'], 'text/css; charset=utf-8'],
      [['*.svg'], ['*'], 'image/svg+xml; charset=utf-8'],
      [['index.html'], ['*'], 'text/html; charset=utf-8'],
    ]);
  });

  it('proves to the API with a secret that it is the edge; viewers never reach the bucket', () => {
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: Match.arrayWith([
          Match.objectLike({
            CustomOriginConfig: Match.objectLike({ OriginProtocolPolicy: 'https-only' }),
            OriginCustomHeaders: Match.arrayWith([{ HeaderName: 'x-origin-secret', HeaderValue: Match.anyValue() }]),
          }),
        ]),
      },
    });
    edge.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    });
  });

  it('caches no error, not even for CloudFront’s default ten seconds, and compresses no answer of the API', () => {
    const [distribution] = Object.values(resourcesOf(edge)).filter(
      ({ Type }) => Type === 'AWS::CloudFront::Distribution',
    );
    const config = distribution?.Properties.DistributionConfig as unknown as {
      CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[];
      CacheBehaviors: { PathPattern: string; Compress: boolean; CachePolicyId: string }[];
    };
    const kept = config.CustomErrorResponses.filter(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL !== 0);
    expect(kept).toEqual([]);
    expect(config.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual(
      expect.arrayContaining([400, 403, 404, 500, 502, 503, 504]),
    );
    const api = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/v1/*');
    // CloudFront's managed policy CachingDisabled.
    expect(api).toMatchObject({ Compress: false, CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad' });
  });

  it('is behind a firewall if one is named, and behind none otherwise', () => {
    const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/sign-in/12345678-1234-1234-1234-123456789012';
    synthesized({ webAclArn }).edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { WebACLId: webAclArn },
    });
    edge.hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: { WebACLId: Match.absent() } });
  });

  it('answers under the origin’s name with a certificate for it', () => {
    const certificateArn = CERTIFICATE;
    const origin = 'https://auth.example.com';
    synthesized({ origin, certificateArn }).edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['auth.example.com'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
  });
});

describe('settings', SYNTHESIS, () => {
  it('reach the templates', () => {
    const { stateless: changed } = synthesized({ logRetentionDays: 30, security: { passwordLeastCodePoints: 8 } });
    changed.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    changed.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { SECURITY_SETTINGS: Match.stringLikeRegexp('"passwordLeastCodePoints":8,') } },
    });
  });

  it.each([
    [{ logRetentionDays: 91 }, 'logRetentionDays'],
    [{ origin: 'https://auth.example.com/' }, 'origin'],
    [{ origin: 'http://auth.example.com' }, 'origin'],
    [{ origin: 'https://auth.example.com:443' }, 'origin'],
    [{ origin: 'https://Auth.example.com' }, 'origin'],
    [{ security: { passwordLeastCodePoints: 4 } }, 'security.passwordLeastCodePoints'],
    [{ security: { sesionMinutes: 4 } }, 'security.sesionMinutes'],
    [{ certificateARN: 'x' }, 'certificateARN'],
    [{ mail: { form: 'a@example.com' } }, 'mail.from'],
    [{ mail: { from: 'a@example.com', replyto: 'b@example.com' } }, 'mail.replyto'],
    [{ mailFrom: 'a@example.com' }, 'mailFrom'],
    [{ region: 'Frankfurt' }, 'region'],
    [{ account: 123456789012 }, 'account'],
    [{ stage: 'test' }, 'stage'],
    [{ throttle: { ratePerSecond: 1, burst: 1, other: 1 } }, 'throttle.other'],
    [{ origin: 'https://auth.example.com' }, 'certificateArn'],
    [{ region: 'eu-west-1', alarms: { topicArn: 'arn:aws:sns:eu-central-1:123456789012:x' } }, 'alarms.topicArn'],
    [{ alarms: { mail: 'ops@example.com' } }, 'alarms.mail'],
    [{ alarms: {} }, 'alarms'],
    [{ certificateArn: CERTIFICATE }, 'origin'],
    [{ stackName: '1x' }, 'stackName'],
    [{ edgeOnly: 'perhaps' }, 'edgeOnly'],
    [{ webAclArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x/1' }, 'webAclArn'],
    [{ certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' }, 'certificateArn'],
  ])('that are wrong are refused by name: %j', (changed, name) => {
    expect(() => synthesized(changed)).toThrow(new RegExp(`^cdk\\.json: (.*; )?${name.replaceAll('.', '\\.')}: `));
  });

  it('that do not exist are answered with the one that was probably meant', () => {
    expect(() => synthesized({ certificateARN: 'x' })).toThrow('do you mean certificateArn?');
    expect(() => synthesized({ security: { sesionMinutes: 4 } })).toThrow('known are passwordLeastCodePoints, ');
  });

  it('come from a file if that is named', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-settings-'));
    const file = path.join(folder, 'staging.json');
    const read = () => readSettings({ tryGetContext: () => file });
    writeFileSync(file, JSON.stringify({ stackName: 'Staging', productName: 'Acme', stage: 'dev' }));
    expect(read()).toMatchObject({ stackName: 'Staging', stage: 'dev', logRetentionDays: 90 });
    writeFileSync(file, JSON.stringify({ productName: 'Acme' }));
    expect(read).toThrow(`${file}: stackName: `);
    rmSync(folder, { recursive: true });
  });
});
