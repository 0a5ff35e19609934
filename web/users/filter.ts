import type { TwoFactorStatus } from '../../shared/domain/fields.ts';
export type Filter = { twoFactor?: TwoFactorStatus; email?: string };

/** The filter that an address asks for; anything else it says is ignored. */
export const filterOf = ({ twoFactor, email }: Record<string, string>): Filter => ({
  ...((twoFactor === 'enabled' || twoFactor === 'disabled') && { twoFactor }),
  ...(email && { email }),
});

/** The address of the list under a filter: state that can be bookmarked, sent and gone back to. */
export const pathOf = (fields: Filter & { cursor?: string }): string => {
  const query = new URLSearchParams(fields).toString();
  return query === '' ? '/users' : `/users?${query}`;
};
