import { changePassword as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import {
  commonPasswords,
  credentials,
  ids,
  limits,
  organizations,
  passwords,
  productName,
  random,
  withReplay,
} from '../../shared/runtime/needs.ts';
import { changePassword } from '../../shared/use-cases/account/change-password.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplay, commonPasswords, credentials, ids, limits, organizations, passwords, productName, random },
  changePassword,
);
