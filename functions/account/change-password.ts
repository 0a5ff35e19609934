import { changePassword as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  commonPasswords,
  credentials,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  passwords,
  productName,
  random,
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { changePassword } from '../../shared/use-cases/account/change-password.ts';

const needs = {
  clock,
  commonPasswords,
  credentials,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  passwords,
  productName,
  random,
  sessions,
  users,
};

export const handler = endpoint(operation, needs, changePassword);
