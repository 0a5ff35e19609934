import { setPassword as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import {
  commonPasswords,
  everyRequest,
  idempotencyRecords,
  ids,
  limits,
  organizations,
  passwords,
  passwordTokens,
  productName,
  random,
  security,
  users,
} from '../../shared/runtime/needs.ts';
import { setPassword } from '../../shared/use-cases/sign-in/set-password.ts';

export const handler = publicEndpoint(
  operation,
  {
    ...everyRequest,
    commonPasswords,
    ids,
    idempotencyRecords,
    limits,
    security,
    organizations,
    passwordTokens,
    passwords,
    productName,
    random,
    users,
  },
  setPassword,
);
