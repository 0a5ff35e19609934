import { canonicalEmailPrefix } from './email.ts';
import type { User } from './entities/user.ts';

/* What administrators find users by. */

/** How far someone has come: each user is in exactly one of these states. */
export const userStates = ['active', 'never_signed_in', 'invited', 'suspended'] as const;
export type UserState = (typeof userStates)[number];

export const stateOf = ({
  status,
  passwordVersion,
  lastSignIn,
}: Pick<User, 'status' | 'passwordVersion' | 'lastSignIn'>): UserState => {
  if (status === 'suspended') return 'suspended';
  if (passwordVersion === 0) return 'invited';
  return lastSignIn === null ? 'never_signed_in' : 'active';
};

export const userSorts = ['email', 'name'] as const;
export type UserSort = (typeof userSorts)[number];

const LONGEST_FOLDED = 100;

/** A name as it is searched and sorted: without case, accents, and the marks that differ between keyboards. */
export const foldedName = (name: string): string =>
  [
    ...name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_FOLDED)
    .join('');

/** Whether a text begins the address, or any word of the name. */
export const isFoundBy = (search: string, { email, name }: Pick<User, 'email' | 'name'>): boolean => {
  const [word, folded] = [foldedName(search), foldedName(name)];
  const isNamed = word !== '' && (folded.startsWith(word) || folded.includes(` ${word}`));
  return isNamed || email.startsWith(canonicalEmailPrefix(search));
};
