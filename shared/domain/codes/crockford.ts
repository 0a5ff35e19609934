import type { Random } from '../../ports/random.ts';

/** Crockford's alphabet: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type Shape = { groups: number; groupLength: number };

/** A code in its canonical form. Each character takes 5 bits of a random byte, so all are equally likely. */
export const newCode = (random: Random, { groups, groupLength }: Shape): string =>
  Array.from(random.bytes(groups * groupLength), (byte) => alphabet[byte & 31]).join('');

/** The displayed form: `XXXX-XXXX-…`. */
export const grouped = (code: string, { groupLength }: Shape): string =>
  (code.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
