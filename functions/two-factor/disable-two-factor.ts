import { disableTwoFactor as operation } from '../../shared/contract/operations/two-factor.ts';
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
import { disableTwoFactor } from '../../shared/use-cases/two-factor/disable-two-factor.ts';

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

export const handler = endpoint(operation, needs, disableTwoFactor);
