import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesized, unbundledApp } from './templates.ts';

const ACL = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/mine/0b0b0b0b-0000-4000-8000-000000000000';
const webAclOf = ({ edge }: ReturnType<typeof synthesized>): unknown =>
  Object.values(resourcesOf(edge))
    .filter(({ Type }) => Type === 'AWS::CloudFront::Distribution')
    .map(({ Properties }) => (Properties.DistributionConfig as unknown as { WebACLId?: unknown }).WebACLId)
    .at(0);
const textOf = (template: { toJSON(): object }): string => JSON.stringify(template.toJSON());

describe('a firewall', () => {
  it('is there only if it is wanted, and then in us-east-1, wherever the rest is', () => {
    expect(unbundledApp().wall).toBeUndefined();
    expect(webAclOf(synthesized())).toBeUndefined();
    expect(unbundledApp({ region: 'eu-central-1', firewall: {} }).wall?.region).toBe('us-east-1');
  });

  it('limits each address, more so for sign-in, and uses AWS’s lists', () => {
    const { wall } = synthesized({ firewall: { signInsIn5Minutes: 50 } });
    if (!wall) throw new Error('no firewall');
    wall.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    const text = textOf(wall);
    // An application that asks about sessions is one address for all of its people.
    expect(text).toMatch(/"Limit":3000,"ScopeDownStatement":\{"NotStatement":.{0,160}"\/v1\/session"/);
    expect(text).toMatch(/"Limit":50,"ScopeDownStatement":.{0,120}"\/v1\/sign-in"/);
    expect(text.match(/AWSManagedRules\w+/g)).toEqual(
      expect.arrayContaining(['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet']),
    );
  });

  it('logs no token', () => {
    const { wall } = synthesized({ firewall: {} });
    const redacted = ['authorization', 'cookie', 'idempotency-key'].map((Name) => ({ SingleHeader: { Name } }));
    wall?.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', { RedactedFields: redacted });
  });

  it('guards at once in its own region; elsewhere the settings name it, and nothing refers across regions', () => {
    expect(JSON.stringify(webAclOf(synthesized({ region: 'us-east-1', firewall: {} })))).toContain('Firewall');
    const elsewhere = synthesized({ region: 'eu-central-1', firewall: {} });
    expect(webAclOf(elsewhere)).toBeUndefined();
    expect(webAclOf(synthesized({ region: 'eu-central-1', firewall: {}, webAclArn: ACL }))).toBe(ACL);
    for (const template of Object.values(elsewhere)) expect(textOf(template)).not.toContain('CrossRegion');
  });

  it('has settings that are checked', () => {
    expect(() => synthesized({ firewall: { signinsIn5Minutes: 50 } })).toThrow('do you mean signInsIn5Minutes?');
    expect(() => synthesized({ firewall: { requestsIn5Minutes: 1 } })).toThrow('firewall.requestsIn5Minutes');
  });
});

describe('the edge’s logs', () => {
  it('are without cookies, in a bucket that nobody else reads and that forgets', () => {
    const { edge } = synthesized({ edgeLogs: true, logRetentionDays: 30 });
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { Logging: { IncludeCookies: false } },
    });
    edge.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    expect(textOf(synthesized().edge)).not.toContain('"Logging"');
  });
});

describe('the contact for people who found a weakness', () => {
  it('is an address or a page, and in the function that answers for it', () => {
    expect(textOf(synthesized({ securityContact: 'mailto:security@acme.example' }).edge)).toContain(
      "SECURITY_CONTACT = 'mailto:security@acme.example'",
    );
    expect(textOf(synthesized().edge)).toContain("SECURITY_CONTACT = ''");
    for (const wrong of ["mailto:a'b@acme.example", 'security@acme.example', 'http://acme.example']) {
      expect(() => synthesized({ securityContact: wrong })).toThrow('securityContact');
    }
  });
});

it('the pages’ bucket keeps what was replaced for a while', () => {
  synthesized().edge.hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } });
});
