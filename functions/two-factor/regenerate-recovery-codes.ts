import { regenerateRecoveryCodes as operation } from '../../shared/contract/operations/two-factor.ts';
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
  recoveryCodeSets,
  recoverySecrets,
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { regenerateRecoveryCodes } from '../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';

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
  recoveryCodeSets,
  recoverySecrets,
  sessions,
  users,
};

export const handler = endpoint(operation, needs, regenerateRecoveryCodes);
