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
  withReplies,
} from '../../shared/runtime/deps.ts';
import { changePassword } from '../../shared/use-cases/account/change-password.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplies, commonPasswords, credentials, ids, limits, organizations, passwords, productName, random },
  changePassword,
);
