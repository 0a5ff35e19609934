import type { TwoFactorStatus } from '../../../shared/domain/fields.ts';
import { type UserSort, type UserState, userSorts, userStates } from '../../../shared/domain/user-list.ts';

export const pageSizes = ['25', '50', '100'] as const;

/** What the list shows, as its address says it and as the API takes it. */
export type Filter = {
  search?: string;
  twoFactor?: TwoFactorStatus;
  state?: UserState;
  sort?: UserSort;
  order?: 'descending';
  limit?: (typeof pageSizes)[number];
  /** Rows close together: for the page alone. */
  dense?: 'yes';
};

const oneOf = <Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined =>
  values.find((value) => value === given);

/** The filter in an address; anything else in it is ignored, and so is what goes without saying. */
export const filterOf = (query: Record<string, string>): Filter => {
  const search = query.search?.trim();
  const twoFactor = oneOf(['enabled', 'disabled'] as const, query.twoFactor);
  const state = oneOf(userStates, query.state);
  const sort = oneOf(userSorts, query.sort);
  const limit = oneOf(pageSizes, query.limit);
  return {
    ...(search && { search }),
    ...(twoFactor && { twoFactor }),
    ...(state && { state }),
    ...(sort && sort !== 'email' && { sort }),
    ...(query.order === 'descending' && { order: 'descending' as const }),
    ...(limit && limit !== pageSizes[0] && { limit }),
    ...(query.dense === 'yes' && { dense: 'yes' as const }),
  };
};

/** The part that the API takes. */
export const askedOf = ({ dense: _, ...asked }: Filter): Omit<Filter, 'dense'> => asked;

let latest = '/users';
/** The list as it was last looked at: the way back from a user's page. */
export const latestPath = (): string => latest;
export const rememberPath = (path: string): void => {
  latest = path;
};

/** The address of the filtered list: state that can be bookmarked, shared and returned to. */
export const pathOf = (fields: Filter & { cursor?: string | undefined }): string => {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(known as [string, string][]).toString();
  return query === '' ? '/users' : `/users?${query}`;
};
