import { setPassword as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import {
  commonPasswords,
  everyRequest,
  ids,
  keptReplies,
  limits,
  numbers,
  organizations,
  passwords,
  passwordTokens,
  productName,
  random,
  users,
} from '../../shared/runtime/deps.ts';
import { setPassword } from '../../shared/use-cases/sign-in/set-password.ts';

export const handler = publicEndpoint(
  operation,
  {
    ...everyRequest,
    commonPasswords,
    ids,
    keptReplies,
    limits,
    numbers,
    organizations,
    passwordTokens,
    passwords,
    productName,
    random,
    users,
  },
  setPassword,
);
