import { confirmIdentity as operation } from '../shared/contract/operations/account.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import {
  clock,
  credentials,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passwords,
  random,
  recoveryCodeSets,
  recoverySecrets,
  sessions,
  totpSecrets,
  twoFactors,
} from '../shared/runtime/deps.ts';
import { confirmIdentity } from '../shared/use-cases/confirm-identity.ts';

const needs = {
  clock,
  credentials,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passwords,
  random,
  recoveryCodeSets,
  recoverySecrets,
  sessions,
  totpSecrets,
  twoFactors,
};

export const handler = endpoint(operation, needs, confirmIdentity);
