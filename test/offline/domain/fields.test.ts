import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  Bytes,
  Email,
  EmailPrefix,
  isInDomains,
  Name,
  Password,
  RecoveryCode,
  TotpCode,
} from '../../../shared/domain/fields.ts';

const parse = (schema: z.core.$ZodType, value: unknown): unknown => {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : undefined;
};

describe('fields that people type', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 123-456 ', '123456'],
    ['123\u2013456', '123456'],
    ['１２３４５６', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
    ['', undefined],
    [123456, undefined],
    [null, undefined],
    [['123456'], undefined],
  ])('code %j is %j', (typed, code) => {
    expect(parse(TotpCode, typed)).toBe(code);
  });

  it.each([
    ['ABCDEF-GHJKMN-PQRSTV-WXYZ01', 'ABCDEFGHJKMNPQRSTVWXYZ01'],
    ['abcdef ghjkmn pqrstv wxyz01', 'ABCDEFGHJKMNPQRSTVWXYZ01'],
    ['ilo000-000000-000000-000000', '110000000000000000000000'],
    ['ABCDEF-GHJKMN-PQRSTV-WXYZ0U', undefined],
    ['ABCDEF', undefined],
  ])('recovery code %j is %j', (typed, code) => {
    expect(parse(RecoveryCode, typed)).toBe(code);
  });

  it.each([
    ['User@Acme.Example', 'user@acme.example'],
    ['  user@acme.example ', 'user@acme.example'],
    ['user', undefined],
    ['a@b', undefined],
    [`${'a'.repeat(250)}@b.example`, undefined],
    [{}, undefined],
  ])('address %j is %j', (typed, email) => {
    expect(parse(Email, typed)).toBe(email);
  });

  it('a password of half a character is refused: all such passwords would be equal', () => {
    expect(parse(Password, 'a\ud800')).toBeUndefined();
    expect(parse(Password, '😀')).toBe('😀');
  });

  it('a prefix of an address takes the same form', () => {
    expect(parse(EmailPrefix, ' Us')).toBe('us');
    expect(parse(EmailPrefix, '\ufb2c'.repeat(254))).toBeUndefined();
  });

  it.each([
    ['Ada', 'Ada'],
    ['  Ada ', 'Ada'],
    ['A\u0301da', '\u00c1da'],
    ['', undefined],
    ['   ', undefined],
    ['A\u0000da', undefined],
    ['a\ud800b', undefined],
    ['\u200b', undefined],
    ['x'.repeat(101), undefined],
  ])('name %j is %j', (typed, name) => {
    expect(parse(Name, typed)).toBe(name);
  });

  it.each([
    ['uma@acme.example', undefined, true],
    ['uma@acme.example', [], true],
    ['uma@acme.example', ['globex.example', 'acme.example'], true],
    ['uma@sub.acme.example', ['acme.example'], false],
    ['uma@notacme.example', ['acme.example'], false],
    ['"uma@acme.example"@evil.example', ['acme.example'], false],
  ])('%s is in the domains %j: %s', (email, domains, is) => {
    expect(isInDomains(email, domains)).toBe(is);
  });

  it('a ciphertext is bytes, and nothing that looks like them', () => {
    expect(parse(Bytes, new Uint8Array([1]))).toEqual(new Uint8Array([1]));
    expect(parse(Bytes, [1])).toBeUndefined();
  });
});
