import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Name, Reason } from '../../../../shared/domain/fields.ts';

const faultOf = (schema: z.core.$ZodType, typed: string): string | undefined =>
  z.safeParse(schema, typed).error?.issues[0]?.message;

/**
 * Every character of a kind that the runtime's Unicode knows, selected by the kind's definition and not by the rule.
 */
const every = (kind: RegExp): string[] => {
  const found: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    if (kind.test(character)) found.push(character);
  }
  return found;
};
const direction = 'Characters that change the direction of the text are not allowed';
const control = 'Control characters and line breaks are not allowed';
const invisible = 'Invisible characters are not allowed';

describe.each([
  ['a name', Name],
  ['a reason', Reason],
] as const)('%s', (_, schema) => {
  it.each([
    [direction, every(/\p{Bidi_Control}/u)],
    [control, every(/[\p{Zl}\p{Zp}\p{Cc}]/u)],
    [invisible, every(/\p{Cf}/u).filter((mark) => !/[\p{Bidi_Control}\u200c\u200d]/u.test(mark))],
    [
      'Characters for private use are not allowed: they look different everywhere',
      ['\ue000', '\u{f0000}', '\u{10fffd}'],
    ],
    ['This has a character that Unicode does not define', ['\u0378', '\uffff', '\u{1fffe}', '\u{e0fff}']],
    ['This is not well-formed text', ['\ud800', '\udfff']],
  ])('is refused with "%s" wherever such a character occurs', (detail, characters) => {
    for (const character of characters)
      for (const text of [`A${character}da`, `Ada ${character}x`])
        expect([text, faultOf(schema, text)]).toEqual([text, detail]);
  });

  it('is refused if none of it is visible', () => {
    for (const blank of ['\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\u034f', '\u0301', '\u3164 \u2800'])
      expect(faultOf(schema, blank)).toBe('Use at least one visible character');
  });

  it('is refused if an invisible mark has nothing to act on, or marks pile up', () => {
    for (const text of [
      '\u200dAda',
      'Ada \u200cx',
      'A\u200d\u200dda',
      'A\u{e0100}\u{e0101}',
      '\ufe0fAda',
      '\u{1f3f4}\u{e0067}',
    ])
      expect([text, faultOf(schema, text)]).toEqual([text, invisible]);
    expect(faultOf(schema, `A${'\u0316\u0317\u0318'.repeat(3)}`)).toBe('Too many marks on one letter');
  });

  it.each([
    'Zoë Ångström-O’Neil, Jr.',
    'شرکت می\u200cخواهم',
    'അരവിന്ദന\u0d4d\u200d',
    'श\u094d\u200dरी क\u094d\u200cष',
    '辻\u{e0100} 太郎',
    '山田\u3000太郎',
    'Lê Thị Hồng Gấm',
    'שָׁלוֹם',
    '👨\u200d👩\u200d👧 👩🏽\u200d💻 🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 🇩🇪',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    'Team \u263a',
  ])('may be %j', (text) => {
    expect(faultOf(schema, text)).toBeUndefined();
    expect(z.parse(schema, ` ${text} `)).toBe(text.normalize('NFC'));
  });

  it('that is accepted contains nothing that reorders or breaks a sentence around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (text) => {
        const result = z.safeParse(schema, text);
        if (result.success) expect(result.data).not.toMatch(/[\p{Bidi_Control}\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/u);
      }),
    );
  });
});
