/*
 * Codes as people type, paste and copy them: in the digits of their keyboard, grouped as in the app or printout, with
 * whatever surrounded them in a mail or list.
 */

/**
 * Characters around and within a code that are not part of it: spaces, invisible marks (bidi marks, BOM, soft hyphen,
 * joiners, variation selectors), all kinds of punctuation, bullets and keycaps, and the few mathematical signs that
 * people type for a dash, dot, bracket or table border. The fraction slash is not included: `1/2` as one sign is not
 * `12`.
 */
const AROUND = String.raw`[\s\p{Z}\p{Cc}\p{Cf}\p{DI}\p{P}\p{So}\u20e3\u2212\u2219\u22c5<>|\u0060]`;
const around = new RegExp(AROUND, 'gu');

/** "1. ", "1) ", "[12] - ", "① ": the number of an item in a list of codes, with whatever ends it. */
const listNumber = new RegExp(String.raw`^${AROUND}*(?:\p{Nd}{1,3}${AROUND}+|\p{No}${AROUND}*)`, 'u');

const isDigit = /^\p{Nd}$/u;

/**
 * Unicode keeps the decimal digits of each script together, zero first, so a digit's position in that run is its value.
 */
const digitValue = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
};

/**
 * Keeps only what belongs to a code: converts compatibility forms (such as full-width letters) to plain ones, and every
 * script's digits to 0 to 9.
 */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(around, '')
    .replace(/\p{Nd}/gu, digitValue);

/**
 * A code of letters and digits in its canonical form. Crockford base32 ignores case and accepts I, L and O for 1, 1 and
 * 0. A list number is removed only if a whole code is left without it, so a code keeps its own leading digits.
 */
export const canonicalCode = (typed: string, length: number): string => {
  const whole = plainCode(typed);
  const item = plainCode(typed.replace(listNumber, ''));
  return (whole.length !== length && item.length === length ? item : whole)
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
};
