import { confirmTwoFactorSetup as operation } from '../../shared/contract/operations/two-factor.ts';
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
  recoverySecrets,
  sessions,
  setups,
  totpSecrets,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { confirmTwoFactorSetup } from '../../shared/use-cases/two-factor/confirm-two-factor-setup.ts';

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
  recoverySecrets,
  sessions,
  setups,
  totpSecrets,
  twoFactors,
  users,
};

export const handler = endpoint(operation, needs, confirmTwoFactorSetup);
