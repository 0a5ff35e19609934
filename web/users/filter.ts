import type { TwoFactorStatus } from '../../shared/domain/fields.ts';
export type Filter = { twoFactor?: TwoFactorStatus; email?: string };

/** The filter in an address; anything else in it is ignored. */
export const filterOf = ({ twoFactor, email }: Record<string, string>): Filter => ({
  ...((twoFactor === 'enabled' || twoFactor === 'disabled') && { twoFactor }),
  ...(email && { email }),
});

/** The address of the filtered list: state that can be bookmarked, shared and returned to. */
export const pathOf = (fields: Filter & { cursor?: string }): string => {
  const query = new URLSearchParams(fields).toString();
  return query === '' ? '/users' : `/users?${query}`;
};
