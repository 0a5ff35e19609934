import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  Accent,
  contrast,
  grounds,
  LEAST_CONTRAST,
  lowestContrast,
  onAccent,
} from '../../../shared/domain/brand/accent.ts';
import { BrandLinks, SupportContact, WebAddress } from '../../../shared/domain/brand/links.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const color = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffff00', 8],
  ])('of %s and %s is %d, as WCAG computes it, in either order', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it('is between 1 and 21 for any two colors', () => {
    fc.assert(
      fc.property(color, color, (one, other) => {
        const ratio = contrast(one, other);
        return ratio >= 1 && ratio <= 21.000_001;
      }),
    );
  });
});

describe('an accent', () => {
  const faultOf = (accent: { light: string; dark: string }) => {
    const result = z.safeParse(Accent, accent);
    return result.success ? null : result.error.issues.map(({ path, message }) => [path[0], message]);
  };
  const plain = { light: '#0b5f67', dark: '#6fd0c8' };

  it('of the product itself can be read everywhere', () => {
    expect(faultOf(plain)).toBeNull();
  });

  it('is refused where text in it, or on it, could not be read', () => {
    expect(faultOf({ ...plain, light: '#ffcc00' })).toEqual([['light', expect.stringContaining('darker color')]]);
    expect(faultOf({ ...plain, dark: '#0b5f67' })).toEqual([['dark', expect.stringContaining('lighter color')]]);
    expect(faultOf({ ...plain, light: 'red' })).toEqual([['light', 'Use a color like #0b5f67']]);
  });

  it('is taken exactly if it has the least contrast everywhere', () => {
    fc.assert(
      fc.property(color, fc.constantFrom('light' as const, 'dark' as const), (accent, scheme) => {
        const isLegible = [...grounds[scheme], onAccent[scheme]].every(
          (ground) => contrast(accent, ground) >= LEAST_CONTRAST,
        );
        expect(lowestContrast(scheme, accent) >= LEAST_CONTRAST).toBe(isLegible);
        expect(faultOf({ ...plain, [scheme]: accent }) === null).toBe(isLegible);
      }),
    );
  });

  it('is checked against every background that pages and mails have', () => {
    const [light = '', dark = ''] = read('web/styles/tokens.css').split('@media (prefers-color-scheme: dark)');
    const backgrounds = (css: string) =>
      [...css.matchAll(/--(?:[\w-]+-)?(?:ground|background-color): (#[0-9a-f]{6});/g)]
        .filter(([line]) => !/code|primary/.test(line))
        .map(([, value]) => value);
    expect(grounds.light).toEqual(expect.arrayContaining(backgrounds(light)));
    expect(grounds.dark).toEqual(expect.arrayContaining(backgrounds(dark)));
    expect(backgrounds(dark).length).toBeGreaterThan(4);
    const mail = read('shared/delivery/mail/mail-html.ts');
    const ofMail = [...mail.matchAll(/(?:page|card): '(#[0-9a-f]{6})'/g)].map(([, value]) => value);
    expect([...grounds.light, ...grounds.dark]).toEqual(expect.arrayContaining(ofMail));
    expect(ofMail).toHaveLength(4);
  });
});

describe('an address on a page', () => {
  const bad = [
    'javascript:alert(1)',
    'http://acme.example',
    'data:text/html,x',
    '//acme.example',
    'https://u:p@acme.example',
  ];

  it.each([...bad, '', 'acme.example', `https://acme.example/${'a'.repeat(500)}`])('is not %s', (address) => {
    expect(z.safeParse(WebAddress, address).success).toBe(false);
    expect(z.safeParse(SupportContact, address).success).toBe(false);
  });

  it('is in one canonical form, and a contact may be an email address', () => {
    expect(z.parse(WebAddress, ' HTTPS://Acme.example/Help ')).toBe('https://acme.example/Help');
    expect(z.parse(SupportContact, 'Help@ACME.example')).toBe('help@acme.example');
    expect(z.parse(SupportContact, 'https://acme.example/help')).toBe('https://acme.example/help');
  });

  it('has a text, and there are four at most', () => {
    const link = { text: 'Privacy', url: 'https://acme.example/' };
    expect(z.safeParse(BrandLinks, [link, link, link, link]).success).toBe(true);
    expect(z.safeParse(BrandLinks, [link, link, link, link, link]).success).toBe(false);
    expect(z.safeParse(BrandLinks, [{ ...link, text: ' ' }]).success).toBe(false);
    expect(z.safeParse(BrandLinks, [{ ...link, text: 'a\u202eb' }]).success).toBe(false);
  });
});
