import { setPassword as operation } from '../shared/contract/operations/sign-in.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import {
  clock,
  commonPasswords,
  ids,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  passwords,
  passwordTokens,
  productName,
  users,
} from '../shared/runtime/deps.ts';
import { setPassword } from '../shared/use-cases/set-password.ts';

const needs = {
  clock,
  commonPasswords,
  ids,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  passwords,
  passwordTokens,
  productName,
  users,
};

export const handler = endpoint(operation, needs, setPassword);
