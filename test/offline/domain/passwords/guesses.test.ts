import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '../../../../shared/adapters/common-passwords.ts';
import { guesses } from '../../../../shared/domain/passwords/guesses.ts';

const { rankOf } = commonPasswords();
const cost = (password: string): number => guesses(password, { rankOf, context: new Set() }).cost;
/** What the policy requires: 10^10 guesses. */
const ENOUGH = 10;

const listed = fc.constantFrom(...dictionary['passwords-common'].filter((word) => word.length >= 4));
const veryCommon = fc.constantFrom(...dictionary['passwords-common'].slice(0, 500));
const separator = fc.constantFrom('', ' ', '-', '_', '.', '!');
const ending = fc.constantFrom('', '1', '123', '!', '2026', '!!!', '1234567890', '0000', '?1', '1999!');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Signs for letters, if the word contains none itself. */
const swapped = (swaps: Record<string, string>) => (word: string) =>
  /^[a-z]+$/.test(word) ? word.replace(/[a-z]/g, (letter) => swaps[letter] ?? letter) : word;
const spelling = fc.constantFrom<(word: string) => string>(
  (word) => word,
  capital,
  (word) => word.toUpperCase(),
  swapped({ a: '@', o: '0', s: '$', l: '1' }),
  swapped({ e: '3', i: '1', a: '4', t: '7' }),
  (word) => Array.from(word).reverse().join(''),
);

describe('a common password made longer', () => {
  it('is easy to guess, once or several times, with what people put before and after it', { timeout: 20_000 }, () => {
    const pieces = fc.tuple(ending, listed, spelling, separator, ending, fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(pieces, ([before, word, spelled, between, after, times]) => {
        const password = before + Array(times).fill(spelled(word)).join(between) + after;
        expect([password, cost(password) < ENOUGH]).toEqual([password, true]);
        const repeated = `${spelled(word)}${after}`.repeat(times);
        expect([repeated, cost(repeated) < ENOUGH]).toEqual([repeated, true]);
      }),
      { numRuns: 80 },
    );
  });

  it('is easy to guess with another, and with two if all are very common', () => {
    fc.assert(
      fc.property(listed, listed, separator, fc.constantFrom('', '1', '!'), (one, two, between, after) => {
        const password = capital(one) + between + two + after;
        expect([password, cost(password) < ENOUGH + 1.1]).toEqual([password, true]);
      }),
    );
    fc.assert(
      fc.property(veryCommon, veryCommon, veryCommon, separator, (one, two, three, between) => {
        const password = [one, two, three].join(between);
        expect([password, cost(password) < ENOUGH]).toEqual([password, true]);
      }),
    );
  });

  it('is easy to guess if it is made of keyboard rows, alphabets, years and runs', () => {
    const rows = [
      'qwertyuiop',
      'asdfghjkl',
      'zxcvbnm',
      '1234567890',
      'abcdefghij',
      '1qaz',
      '2wsx',
      '3edc',
      'йцукен',
      'azerty',
    ];
    const pieces = [
      ...rows,
      ...rows.map((row) => Array.from(row).reverse().join('')),
      '1987',
      '2026',
      'aaaaaa',
      '11111',
      '!!!!!',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }), (made) => {
        expect([made, cost(made.join('')) < ENOUGH]).toEqual([made, true]);
      }),
    );
    for (const stuttered of [
      '112233445566778899',
      'aabbccddeeffgghh',
      'qqwweerrttyyuu',
      'aaabbbcccdddeee',
      'aabbaabbaabbaabb',
    ])
      expect([stuttered, cost(stuttered) < ENOUGH]).toEqual([stuttered, true]);
  });
});

describe('a passphrase', () => {
  const words = dictionary['diceware-common'];
  it('of four words drawn at random is hard to guess, more than 99 times out of a hundred', () => {
    // The same ones in each run: a claim about a rate must not depend on the day.
    const drawn = fc.sample(fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 4 }), {
      seed: 7776,
      numRuns: 300,
    });
    const weak = drawn.map((four) => four.join(' ')).filter((phrase) => cost(phrase) < ENOUGH);
    expect(weak.length).toBeLessThan(3);
  });

  it('of any characters drawn at random is hard to guess from 15 characters on', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&*+/=?@'),
      minLength: 15,
      maxLength: 24,
    });
    const drawn = fc.sample(letters, { seed: 15, numRuns: 200 });
    // Leaves out what the generator deliberately makes from few characters.
    const random = drawn.filter((text) => new Set(text).size > 10);
    expect(random.length).toBeGreaterThan(100);
    expect(random.filter((text) => cost(text) < ENOUGH)).toEqual([]);
  });

  it('is judged quickly, however it is made to take long', () => {
    for (const worst of ['ab'.repeat(64), 'aabb'.repeat(32), 'p4$$w0rd1!'.repeat(12), 'aabaabab'.repeat(16)]) {
      const begin = performance.now();
      cost(worst);
      expect(performance.now() - begin).toBeLessThan(3_000);
    }
  });
});
