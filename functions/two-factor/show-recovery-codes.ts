import { showRecoveryCodes as operation } from '../../shared/contract/operations/two-factor.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  recoveryCodeSets,
  recoverySecrets,
  securityEvents,
  sessions,
} from '../../shared/runtime/deps.ts';
import { showRecoveryCodes } from '../../shared/use-cases/two-factor/show-recovery-codes.ts';

const needs = {
  clock,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  recoveryCodeSets,
  recoverySecrets,
  securityEvents,
  sessions,
};

export const handler = endpoint(operation, needs, showRecoveryCodes);
