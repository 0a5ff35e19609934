import { signIn as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  credentials,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passwordResets,
  passwords,
  random,
  sessions,
  signIns,
  twoFactors,
  watches,
} from '../../shared/runtime/deps.ts';
import { signIn } from '../../shared/use-cases/sign-in/sign-in.ts';

const needs = {
  clock,
  credentials,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passwordResets,
  passwords,
  random,
  sessions,
  signIns,
  twoFactors,
  watches,
};

export const handler = endpoint(operation, needs, signIn);
