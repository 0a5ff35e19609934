import { resetTwoFactor as operation } from '../../shared/contract/operations/administration.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  random,
  sessions,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { resetTwoFactor } from '../../shared/use-cases/users/reset-two-factor.ts';

const needs = {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  random,
  sessions,
  twoFactors,
  users,
};

export const handler = endpoint(operation, needs, resetTwoFactor);
