import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Email, EmailPrefix, isCanonicalEmail } from '../../../shared/domain/fields.ts';

const parse = (schema: z.core.$ZodType, value: unknown): unknown => {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : undefined;
};
const faultOf = (typed: string): string => z.safeParse(Email, typed).error?.issues[0]?.message ?? '';

const characters = (unit: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...unit), minLength, maxLength });
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const local = fc
  .array(characters(`${letters}!#$%&'*+/=?^_\`{|}~-`, 1, 12), { minLength: 1, maxLength: 4 })
  .map((atoms) => atoms.join('.'));
const label = fc
  .tuple(characters(letters, 1, 1), characters(`${letters}-`, 0, 20), characters(letters, 1, 1))
  .map((parts) => parts.join(''));
const top = characters('abcdefghijklmnopqrstuvwxyz', 2, 10);
/** WHATWG HTML, 4.10.5.1.5 */
const html =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

describe('an email address', () => {
  it('is accepted if <input type="email"> accepts it, has one form, and that form is its own', () => {
    fc.assert(
      fc.property(local, fc.array(label, { minLength: 1, maxLength: 3 }), top, (name, labels, last) => {
        const typed = `${name}@${labels.join('.')}.${last}`;
        expect(typed).toMatch(html);
        const canonical = typed.toLowerCase();
        expect(parse(Email, typed)).toBe(canonical);
        expect(parse(Email, `\u200e ${typed.toUpperCase()}\u2069 `)).toBe(canonical);
        expect(isCanonicalEmail(canonical)).toBe(true);
      }),
    );
  });

  it('has the domain in ASCII, whatever script it is typed in', () => {
    const names = ['почта', 'münchen', '例え', 'ελλάδα', 'مثال', 'उदाहरण', 'faß', 'straße', 'ﬁrma', 'ＡＣＭＥ', '☕'];
    const dots = ['.', '\u3002', '\uff0e', '\uff61'];
    const pieces = fc.tuple(
      local,
      fc.constantFrom(...names),
      fc.constantFrom(...dots),
      fc.constantFrom('рф', 'de', '中国'),
    );
    fc.assert(
      fc.property(pieces, ([name, second, dot, first]) => {
        const expected = `${name.toLowerCase()}@${domainToASCII(`${second}.${first}`)}`;
        expect(parse(Email, `${name}@${second}${dot}${first}`)).toBe(expected);
        expect(parse(Email, `${name}@${second.normalize('NFD')}.${first}`)).toBe(expected);
        expect(parse(Email, expected.toUpperCase())).toBe(expected);
      }),
    );
  });

  it.each([
    ['user@xn--e1afmkfd.xn--p1ai', 'user@xn--e1afmkfd.xn--p1ai'],
    ['ada@почта.рф', 'ada@xn--80a1acny.xn--p1ai'],
    ['ada＠acme．example', 'ada@acme.example'],
    ["o'neil+news/x=y@acme.example", "o'neil+news/x=y@acme.example"],
    [`${'a'.repeat(64)}@b.example`, `${'a'.repeat(64)}@b.example`],
    [`a@${'b'.repeat(63)}.example`, `a@${'b'.repeat(63)}.example`],
  ])('%j is %j', (typed, email) => {
    expect(parse(Email, typed)).toBe(email);
  });

  const name = 'Enter an email address, like name@example.com';
  const quotes = 'Before the @, spaces, quotes, brackets, commas, colons and backslashes are not allowed';
  const domain = 'After the @, use a domain name, like example.com';
  const ip = 'Use a domain name after the @, not an IP address';
  const dots = 'Before the @, a dot cannot be first, last or doubled';
  const accents = 'Use only unaccented letters, digits and symbols before the @';
  it.each([
    ['', name],
    ['ada', name],
    ['@acme.example', name],
    ['ada@', name],
    ['adá@acme.example', accents],
    ['ада@почта.рф', accents],
    ['a\u200bda@acme.example', accents],
    [`${'a'.repeat(65)}@acme.example`, 'Use at most 64 characters before the @'],
    [`a@${'b'.repeat(64)}.example`, 'Use at most 63 characters between two dots of the domain'],
    [`a@${'ü'.repeat(60)}.example`, 'Use at most 63 characters between two dots of the domain'],
    [`${'a'.repeat(60)}@${'b.'.repeat(95)}example`, 'Use at most 254 characters'],
    ['a\u0000b@acme.example', 'Control characters are not allowed'],
    ['a\r\nBcc: x@acme.example', 'Control characters are not allowed'],
    ['"ada lovelace"@acme.example', quotes],
    ['Ada <ada@acme.example>', quotes],
    ['ada lovelace@acme.example', quotes],
    ['a@b@acme.example', quotes],
    ['.ada@acme.example', dots],
    ['ada.@acme.example', dots],
    ['a..da@acme.example', dots],
    ['ada@[192.0.2.1]', ip],
    ['ada@[IPv6:2001:db8::1]', ip],
    ['ada@192.0.2.1', ip],
    ['ada@１９２.0.2.1', ip],
    ['ada@0x7f.1', ip],
    ['ada@acme', 'The domain after the @ is incomplete: it needs a dot, like example.com'],
    ['ada@acme.example.', domain],
    ['ada@.example', domain],
    ['ada@acme..example', domain],
    ['ada@-acme.example', domain],
    ['ada@ac_me.example', domain],
    ['ada@почта.рф/x', domain],
    ['ada@почта.рф:80', domain],
    ['ada@поч%2dта.рф', domain],
    ['ada@поч＠та.рф', accents],
    ['ada@a\u200db.рф', domain],
  ])('%j is refused: %s', (typed, detail) => {
    expect(faultOf(typed)).toBe(detail);
  });
});

/** Printable ASCII only. */
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

describe('a prefix of an address', () => {
  it('finds the address, however much of it is typed, once a label is clearly international', () => {
    const addresses = [
      'Ada@Acme.Example',
      'ada@münchen.example',
      'ada@почта.рф',
      "o'neil@mail.почта.рф",
      'ada@éclair.übung.de',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...addresses), fc.nat(30), (address, length) => {
        const typed = address.slice(0, length);
        // Until then, `ada@m` may be the beginning of `münchen` or of `mail`: it is read as ASCII.
        const begun = typed.split(/[@.]/).at(-1) ?? '';
        const label = begun + (address.slice(typed.length).split('.')[0] ?? '');
        fc.pre(!typed.includes('@') || begun === '' || isAscii(label) || !isAscii(begun));
        expect(parse(Email, address)).toSatisfy((email: string) =>
          email.startsWith(parse(EmailPrefix, typed) as string),
        );
      }),
    );
  });

  it('finds no other domain once a label is complete', () => {
    expect(parse(EmailPrefix, 'ada@почта.')).toBe('ada@xn--80a1acny.');
    expect(parse(EmailPrefix, 'ada@acme.exa')).toBe('ada@acme.exa');
  });
});
