import type { CommonPasswords } from '../ports.ts';
import { Failure, type FieldError } from './errors.ts';
import type { Numbers } from './numbers.ts';

/** What a guesser tries first for this account: parts of the address, the names of person, company and product. */
export type PasswordContext = { email: string; name: string; organizationName: string; productName: string };

const LEAST_CONTEXT_LETTERS = 4;

/** Letters and digits only: `Acme Telecom` and `acme-telecom` are the same to a guesser. */
const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Each name as a whole and word by word; of the address, all but the suffix of its domain. */
const contextWords = (context: PasswordContext): string[] => {
  const address = context.email.replace(/\.[^.@]*$/, '');
  const names = [...address.split('@'), context.name, context.organizationName, context.productName];
  return names
    .flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(compact)
    .filter((word) => word.length >= LEAST_CONTEXT_LETTERS);
};

/** `aaaa…`, `abababab…`, `12345…`: long, and guessed at once. */
const isMonotonous = (password: string): boolean => {
  const points = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).filter((point, index) => Math.abs(point - (points[index] ?? 0)) > 1).length;
  return new Set(points).size < 5 || steps < 3;
};

/** NFC, and never truncated (NIST SP 800-63B-4, 3.1.1.2). What is hashed and compared is always this form. */
export const canonicalPassword = (typed: string): string => typed.normalize('NFC');

type Policy = { numbers: Numbers; commonPasswords: CommonPasswords; context: PasswordContext };

const rules = (password: string, { numbers, commonPasswords, context }: Policy): (string | false)[] => {
  const length = Array.from(password).length;
  const lower = password.toLowerCase();
  return [
    length < numbers.passwordLeastCodePoints && `Use at least ${numbers.passwordLeastCodePoints} characters`,
    length > numbers.passwordMostCodePoints && `Use at most ${numbers.passwordMostCodePoints} characters`,
    commonPasswords.has(lower) && 'This password is among those that are guessed first',
    isMonotonous(lower) && 'Avoid repeated characters and simple sequences',
    contextWords(context).some((word) => compact(password).includes(word)) &&
      'Leave out your name, your address, and the names of the company and this product',
  ];
};

/**
 * Refuses a new password that is too short, too long or easy to guess; no composition rules (NIST SP 800-63B-4).
 * @throws Failure `password_rejected` with one error for each rule that it breaks
 */
export const requireGoodPassword = (password: string, pointer: string, policy: Policy): void => {
  const errors: FieldError[] = rules(password, policy)
    .filter((detail) => detail !== false)
    .map((detail) => ({ pointer, detail }));
  if (errors.length > 0) throw new Failure('password_rejected', { errors });
};
