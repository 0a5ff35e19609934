import { describe, expect, it } from 'vitest';
import { cryptoRandom } from '../../../../shared/adapters/ids.ts';
import {
  newRecoveryCodes,
  openedSet,
  readable,
  recoveryCodeHash,
  recoveryCodesItem,
  setToSeal,
} from '../../../../shared/domain/codes/recovery-codes.ts';
import { canonicalRecoveryCode } from '../../../../shared/domain/fields.ts';

describe('recovery codes', () => {
  it('are 8, distinct, of 24 Crockford characters in four groups', () => {
    const codes = newRecoveryCodes(cryptoRandom).map(readable);
    expect(new Set(codes).size).toBe(8);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){3}[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  it('use every character of the alphabet about equally', () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 500; round += 1) {
      for (const character of newRecoveryCodes(cryptoRandom).join(''))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    const expected = (500 * 8 * 24) / 32;
    // Five standard deviations: fails by chance less than once in a hundred thousand runs.
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });

  it('are drawn again if chance repeats one', () => {
    let call = 0;
    const random = { bytes: (length: number) => new Uint8Array(length).fill(Math.floor(call++ / 2)) };
    expect(new Set(newRecoveryCodes(random)).size).toBe(8);
  });

  it('are found by what is typed, however it is typed', () => {
    const [code = ''] = newRecoveryCodes(cryptoRandom);
    expect(recoveryCodeHash(canonicalRecoveryCode(readable(code).toLowerCase().replaceAll('-', ' ')))).toBe(
      recoveryCodeHash(code),
    );
  });

  it('keep their slots, and nothing readable, in the item', () => {
    const codes = newRecoveryCodes(cryptoRandom);
    const item = recoveryCodesItem(codes, new Uint8Array([1, 2, 3]), 5);
    expect(Object.values(item.codes).map(({ slot }) => slot)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const code of codes) expect(JSON.stringify(item)).not.toContain(code);
  });

  it('are sealed as one text and come out in their slots', () => {
    const codes = newRecoveryCodes(cryptoRandom);
    expect(openedSet(setToSeal(codes))).toEqual(codes.map(readable));
  });
});
