import { setPassword as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  commonPasswords,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  passwords,
  passwordTokens,
  productName,
  random,
  users,
} from '../../shared/runtime/deps.ts';
import { setPassword } from '../../shared/use-cases/sign-in/set-password.ts';

const needs = {
  clock,
  commonPasswords,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  passwordTokens,
  passwords,
  productName,
  random,
  users,
};

export const handler = endpoint(operation, needs, setPassword);
