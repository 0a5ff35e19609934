import { confirmIdentity as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  credentials,
  ids,
  keptReplies,
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
  users,
} from '../../shared/runtime/deps.ts';
import { confirmIdentity } from '../../shared/use-cases/account/confirm-identity.ts';

const needs = {
  clock,
  credentials,
  ids,
  keptReplies,
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
  users,
};

export const handler = endpoint(operation, needs, confirmIdentity);
