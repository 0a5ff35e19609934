import { getAccount } from '../../shared/contract/operations/account.ts';
import type { Account } from './account.ts';
import { call } from './call.ts';

/**
 * Who is signed in at this browser, for the pages of people who are not: another tab may have signed in, and only the
 * cookie knows. Undefined for nobody, and where that cannot be found out.
 */
export const findSession = (): Promise<Account | undefined> => call(getAccount, {}).catch(() => undefined);
