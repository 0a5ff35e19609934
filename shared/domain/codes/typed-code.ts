/*
 * Codes as people type, paste and copy them: with the digits of their keyboard, in the grouping of the app or the
 * printout, with what surrounded them in a mail or a list.
 */

/**
 * What stands around and between characters of a code and is no part of it: spaces, invisible marks (bidi marks, BOM,
 * soft hyphen, joiners, variation selectors), punctuation of all kinds, bullets and keycaps, and the few mathematical
 * signs that are typed for a dash, a dot, a bracket or a table's border. Not the fraction slash: `1/2` as one sign is no `12`.
 */
const AROUND = String.raw`[\s\p{Z}\p{Cc}\p{Cf}\p{DI}\p{P}\p{So}\u20e3\u2212\u2219\u22c5<>|\u0060]`;
const around = new RegExp(AROUND, 'gu');

/** "1. ", "1) ", "[12] - ", "① ": the number of a line in a list of codes, with something after it that ends it. */
const listNumber = new RegExp(String.raw`^${AROUND}*(?:\p{Nd}{1,3}${AROUND}+|\p{No}${AROUND}*)`, 'u');

const isDigit = /^\p{Nd}$/u;

/** Unicode keeps the decimal digits of each script together, zero first: the place in that run is the value. */
const digitValue = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
};

/** Only what belongs to a code: compatibility forms (full-width letters) made plain, every script's digits 0 to 9. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(around, '')
    .replace(/\p{Nd}/gu, digitValue);

/**
 * A code of letters and digits in its canonical form. Crockford base32 forgives case and the letters I, L and O that
 * are read for 1, 1 and 0. A list number goes only if a whole code is left without it: what is a code already keeps
 * its first digits.
 */
export const canonicalCode = (typed: string, length: number): string => {
  const whole = plainCode(typed);
  const item = plainCode(typed.replace(listNumber, ''));
  return (whole.length !== length && item.length === length ? item : whole)
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
};
