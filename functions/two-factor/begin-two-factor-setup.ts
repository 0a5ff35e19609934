import { beginTwoFactorSetup as operation } from '../../shared/contract/operations/two-factor.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  qrCodes,
  random,
  sessions,
  setups,
  totpSecrets,
} from '../../shared/runtime/deps.ts';
import { beginTwoFactorSetup } from '../../shared/use-cases/two-factor/begin-two-factor-setup.ts';

const needs = {
  clock,
  ids,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  qrCodes,
  random,
  sessions,
  setups,
  totpSecrets,
};

export const handler = endpoint(operation, needs, beginTwoFactorSetup);
