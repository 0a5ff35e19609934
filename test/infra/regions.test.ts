import { describe, expect, it } from 'vitest';
import { type Resources, resourcesOf, synthesized } from './templates.ts';

/** What is unique within an account across all regions: such names must differ from one deployment to the next. */
const isGlobal = /^AWS::((CloudFront|IAM|Route53|S3|WAFv2|GlobalAccelerator)::|CloudWatch::Dashboard$)/;
/** A policy within a role. */
const isInline = /^AWS::IAM::Policy$/;

type Named = [type: string, name: string];
const namesIn = (resources: Resources): Named[] =>
  Object.values(resources)
    .filter(({ Type }) => isGlobal.test(Type) && !isInline.test(Type))
    .flatMap(({ Type, Properties }) => {
      // `RoleName`, `BucketName`, … or the `Name` of a CloudFront resource's only configuration.
      const levels: [string, unknown][] = Object.entries(Properties).flatMap(([key, value]) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? [[key, value], ...Object.entries(value as object)]
          : [[key, value]],
      );
      const own = Type.split('::')[2] ?? '';
      return levels
        .filter(([key]) => key === 'Name' || key === `${own}Name` || key === 'ManagedPolicyName')
        .map(([, name]): Named => [Type, JSON.stringify(name)]);
    });

const namesOf = (changed = {}): Named[] =>
  Object.values(synthesized(changed)).flatMap((template) => namesIn(resourcesOf(template)));
const inRegion = (region: string, changed = {}): Named[] => namesOf({ account: '123456789012', region, ...changed });

describe('two deployments in one account', { timeout: 60_000 }, () => {
  it('have no equal names in different regions', () => {
    const [one, other] = [inRegion('eu-west-1'), inRegion('us-west-2')];
    expect(one.map(([type]) => type)).toEqual(
      expect.arrayContaining([
        'AWS::CloudFront::Function',
        'AWS::CloudFront::OriginAccessControl',
        'AWS::CloudFront::ResponseHeadersPolicy',
      ]),
    );
    const taken = new Set(one.map(([, name]) => name));
    expect(other.filter(([, name]) => taken.has(name))).toEqual([]);
  });

  it('have no equal names under different stack names', () => {
    const taken = new Set(namesOf().map(([, name]) => name));
    expect(namesOf({ stackName: 'Staging' }).filter(([, name]) => taken.has(name))).toEqual([]);
  });

  it('have names that CloudFront accepts, however long the stack’s name', () => {
    for (const [, name] of inRegion('ap-southeast-1', { stackName: `S${'x'.repeat(50)}` })) {
      expect(JSON.parse(name)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    }
  });

  it('name the region even if it is known only at deployment', () => {
    for (const [type, name] of namesOf()) expect([type, name]).toEqual([type, expect.stringContaining('AWS::Region')]);
  });
});
