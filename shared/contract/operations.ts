import type { Operation } from './operation.ts';
import * as account from './operations/account.ts';
import * as administration from './operations/administration.ts';
import { getBrand, getLogo } from './operations/brand.ts';
import * as brandChange from './operations/brand-change.ts';
import * as followUp from './operations/follow-up.ts';
import * as lifecycle from './operations/lifecycle.ts';
import * as service from './operations/service.ts';
import * as sessions from './operations/sessions.ts';
import * as signIn from './operations/sign-in.ts';
import * as twoFactor from './operations/two-factor.ts';
import * as users from './operations/users.ts';

/** All operations by id. Routes, functions, grants and the OpenAPI document are derived from this list. */
export const operations = {
  ...signIn,
  ...account,
  ...sessions,
  ...lifecycle,
  ...twoFactor,
  ...users,
  ...administration,
  ...followUp,
  getBrand,
  getLogo,
  ...brandChange,
  ...service,
};
export type OperationId = keyof typeof operations;

export const operationList: Operation[] = Object.values(operations);
