import type { Fault, FaultCode } from '../errors.ts';

/*
 * One line of free text that others will read: in lists, in the subject of a mail, in someone's authenticator app. It
 * must not contain anything invisible or anything that affects the text around it, except what scripts and emoji need.
 */

const MOST_MARKS = 8;

/** Flags of parts of countries: a black flag, tags that spell the part, and the tag that ends it. */
const flagOfPart = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{2,6}\u{e007f}/gu;
/** A joiner changes how the preceding character connects: in Persian, in the scripts of India, between emoji. */
const joined = /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?![\u200c\u200d])/gu;
/**
 * One selector is allowed after a character that can have variants: emoji, keycaps, and the names of many Japanese
 * families.
 */
const variant = /(?<=[^\p{C}\p{Z}\p{M}])[\p{Variation_Selector}](?!\p{Variation_Selector})/gu;

const rules: [wrong: RegExp, code: FaultCode, detail: string][] = [
  [/\p{Cs}/u, 'ill_formed_text', 'This is not well-formed text'],
  [
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    'direction_character',
    'Characters that change the direction of the text are not allowed',
  ],
  [/[\p{Cc}\p{Zl}\p{Zp}]/u, 'control_character', 'Control characters and line breaks are not allowed'],
  [/[\p{Cf}\p{Variation_Selector}]/u, 'invisible_character', 'Invisible characters are not allowed'],
  [/\p{Co}/u, 'private_character', 'Characters for private use are not allowed: they look different everywhere'],
  [/\p{Cn}/u, 'unknown_character', 'This has a character that Unicode does not define'],
  [new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u'), 'too_many_marks', 'Too many marks on one letter'],
];

/** A letter, digit or sign that is visible on the page, which excludes fillers and the empty Braille pattern. */
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What is wrong with a line of text; undefined if nothing is. */
export const lineFault = (text: string): Fault | undefined => {
  const rest = text.replace(flagOfPart, '').replace(variant, '').replace(joined, '');
  const broken = rules.find(([wrong]) => wrong.test(rest));
  if (broken) return { code: broken[1], detail: broken[2] };
  return visible.test(text) ? undefined : { code: 'nothing_visible', detail: 'Use at least one visible character' };
};
