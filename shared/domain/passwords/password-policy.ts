import type { CommonPasswords } from '../../ports/common-passwords.ts';
import { Failure, type Fault } from '../errors.ts';
import type { SecuritySettings } from '../security-settings.ts';
import { contextWords, madeOfContext, type PasswordContext } from './context-words.ts';
import { guesses } from './guesses.ts';

/** A password that takes fewer than 10^10 guesses is cracked in an afternoon once its hash is known. */
const LEAST_GUESSES = 10;

/** `aaaa…`, `abababab…`, `12345…`: long, but guessed at once. */
const isMonotonous = (password: string): boolean => {
  const points = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const jumps = points.slice(1).filter((point, index) => Math.abs(point - (points[index] ?? 0)) > 1).length;
  return new Set(points).size < 5 || jumps < 3;
};

/** NFC, and never truncated (NIST SP 800-63B-4, 3.1.1.2). This is the form that is hashed and compared. */
export const canonicalPassword = (typed: string): string => typed.normalize('NFC');

type Policy = { security: SecuritySettings; commonPasswords: CommonPasswords; context: PasswordContext };

const GUESSABLE =
  'This is easy to guess: common words, names, dates and keyboard patterns, also doubled or with digits added. Use four or more unrelated words';

const quoted = (words: string[]): string => [...new Set(words)].map((word) => `“${word}”`).join(', ');

/**
 * NIST SP 800-63B-4, 3.1.1.2, compares "the entire password, not substrings" with the list and with the context words.
 * We judge the entire password, but also its parts: a common password repeated or followed by digits is as bad as that
 * password. Context words count for nothing, and the rest must be hard to guess without them: a long phrase that
 * includes the company's name passes, and so does a word that merely contains a name.
 */
const easyToGuess = (password: string, { commonPasswords, context }: Policy): Fault | false => {
  const { rankOf } = commonPasswords;
  if (rankOf(password.toLowerCase()) !== undefined) {
    return { code: 'common_password', detail: 'This password is too common. Choose another one' };
  }
  if (isMonotonous(password.toLowerCase())) {
    return { code: 'repetitive_password', detail: 'Avoid repeated characters and simple sequences' };
  }
  if (guesses(password, { rankOf, context: new Set() }).cost < LEAST_GUESSES)
    return { code: 'guessable_password', detail: GUESSABLE };
  const known = contextWords(context);
  const estimate = guesses(password, { rankOf, context: known });
  const words = madeOfContext(password, known) ?? (estimate.cost < LEAST_GUESSES && estimate.context);
  if (!words) return false;
  const value = quoted(words);
  return {
    code: 'password_of_context',
    detail: `${value} is what others try first for your account. Leave it out, or add more unrelated words`,
    value,
  };
};

const rules = (password: string, policy: Policy): (Fault | false)[] => {
  const { passwordLeastCodePoints: least, passwordMostCodePoints: most } = policy.security;
  const length = Array.from(password).length;
  return [
    length < least && { code: 'too_short', detail: `Use at least ${least} characters`, value: String(least) },
    length > most && { code: 'too_long', detail: `Use at most ${most} characters`, value: String(most) },
    length <= most && easyToGuess(password, policy),
  ];
};

/**
 * Refuses a new password that is too short, too long or easy to guess; there are no composition rules (NIST SP
 * 800-63B-4).
 * @throws Failure `password_rejected` with one error for each rule that it breaks
 */
export const requireGoodPassword = (password: string, pointer: string, policy: Policy): void => {
  const errors = rules(password, policy)
    .filter((fault) => fault !== false)
    .map((fault) => ({ pointer, ...fault }));
  if (errors.length > 0) throw new Failure('password_rejected', { errors });
};
