import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { BypassCode, RecoveryCode, TotpCode } from '../../../../shared/domain/fields.ts';

const parse = (schema: z.core.$ZodType, value: unknown): unknown => {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : undefined;
};

/** The digits of each writing system as the runtime's locale data prints them: the rule's own source is Unicode. */
const scripts = Intl.supportedValuesOf('numberingSystem')
  .map((system) => Array.from('0123456789', (digit) => new Intl.NumberFormat(`en-u-nu-${system}`).format(+digit)))
  .filter((digits) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const crockford = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: length, maxLength: length });

const around = [
  ...' \t\n.,;:!?\'"()[]{}<>«»„“”‚‘’`*_-–—−·•‣◦∙▪■☐✓|',
  ...['\u00a0', '\u00ad', '\u061c', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202c', '\u2060'],
  ...['\u2066', '\u2069', '\u3000', '\u3002', '\ufe0f', '\ufeff', '\u{e007f}'],
];
const marks = fc.string({ unit: fc.constantFrom(...around), maxLength: 4 });

describe('a code from an authenticator app', () => {
  it('is accepted in the digits of every script that the runtime knows', () => {
    expect(scripts.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(digits(6), fc.constantFrom(...scripts), (code, script) => {
        expect(
          parse(
            TotpCode,
            code.replace(/\d/g, (digit) => script[+digit] ?? ''),
          ),
        ).toBe(code);
      }),
    );
  });

  it('is accepted with whatever surrounds or separates its digits', () => {
    const pieces = fc.tuple(digits(3), digits(3), marks, marks, marks);
    fc.assert(
      fc.property(pieces, ([first, second, before, between, after]) => {
        expect(parse(TotpCode, before + first + between + second + after)).toBe(first + second);
      }),
    );
  });

  it('is never read from more or fewer digits, or from anything with letters', () => {
    const other = fc.oneof(
      digits(5),
      digits(7),
      digits(12),
      fc.tuple(digits(6), marks, digits(6)).map((a) => a.join('')),
    );
    fc.assert(
      fc.property(other, (typed) => {
        expect(parse(TotpCode, typed)).toBeUndefined();
      }),
    );
    const letter = fc.constantFrom('a', 'O', 'l', 'é', 'ا', '字', '\u00bd', '\u2153', '+', '=');
    fc.assert(
      fc.property(digits(6), letter, fc.nat(6), (code, odd, at) => {
        expect(parse(TotpCode, code.slice(0, at) + odd + code.slice(at))).toBeUndefined();
      }),
    );
  });

  it.each([
    '123 456.',
    '\u200e123456',
    '١٢٣٤٥٦',
    '۱۲۳۴۵۶',
    '123·456',
    '१२३ ४५६',
    '\u2068１２３\u2069 ４５６',
    '𝟏𝟐𝟑𝟒𝟓𝟔',
    '“123-456”',
  ])('is 123456 as %j', (typed) => {
    expect(parse(TotpCode, typed)).toBe('123456');
  });
});

describe.each([
  ['a recovery code', RecoveryCode, 24],
  ['a bypass code', BypassCode, 24],
] as const)('%s', (_, schema, length) => {
  const inSixes = (code: string): string => code.replace(/(.{6})(?=.)/g, '$1-');
  const security = [
    '1. ',
    '8) ',
    '10: ',
    '(3) ',
    '[4] ',
    '#5 ',
    '• 6 ',
    '٣. ',
    '２．',
    '① ',
    '⑧',
    '⒈',
    '⑴ ',
    '1️⃣ ',
    '7\t',
    '2 - ',
  ];

  it('is accepted with its number in a list, and with whatever surrounds or separates its characters', () => {
    const pieces = fc.tuple(crockford(length), fc.constantFrom('', ...security), marks, marks);
    fc.assert(
      fc.property(pieces, fc.boolean(), ([code, number, before, after], isLower) => {
        const shown = isLower ? inSixes(code).toLowerCase() : inSixes(code);
        expect(parse(schema, `${number}${before}${shown}${after}`)).toBe(code);
      }),
    );
  });

  it('keeps its leading digits, whatever separates them', () => {
    fc.assert(
      fc.property(digits(2), crockford(length - 2), fc.constantFrom(...' .-)'), (first, rest, separator) => {
        expect(parse(schema, `${first}${separator}${rest}`)).toBe(first + rest);
      }),
    );
  });

  it('is accepted in the digits of every script and in full-width letters', () => {
    fc.assert(
      fc.property(crockford(length), fc.constantFrom(...scripts), (code, script) => {
        const typed = code
          .replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
          .replace(/\d/g, (digit) => script[+digit] ?? '');
        expect(parse(schema, typed)).toBe(code);
      }),
    );
  });

  it('is never read from a text with a different number of letters and digits', () => {
    fc.assert(
      fc.property(crockford(length), crockford(length), (one, two) => {
        expect(parse(schema, `${one} ${two}`)).toBeUndefined();
        expect(parse(schema, `A${one}`)).toBeUndefined();
        expect(parse(schema, `1${one}`)).toBeUndefined();
        expect(parse(schema, one.slice(1))).toBeUndefined();
      }),
    );
  });

  it('is not made longer by a letter that has two capitals', () => {
    expect(parse(schema, `${'A'.repeat(length - 2)}ß`)).toBeUndefined();
  });
});
