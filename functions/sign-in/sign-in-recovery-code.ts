import { signInRecoveryCode as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  random,
  recoveryCodeSets,
  recoverySecrets,
  securityEvents,
  sessions,
  signIns,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { signInRecoveryCode } from '../../shared/use-cases/sign-in/sign-in-recovery-code.ts';

const needs = {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  random,
  recoveryCodeSets,
  recoverySecrets,
  securityEvents,
  sessions,
  signIns,
  twoFactors,
  users,
};

export const handler = endpoint(operation, needs, signInRecoveryCode);
