import { signInOneTimePass as operation } from '../../shared/contract/operations/sign-in.ts';
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
  securityEvents,
  sessions,
  signIns,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { signInOneTimePass } from '../../shared/use-cases/sign-in/sign-in-one-time-pass.ts';

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
  securityEvents,
  sessions,
  signIns,
  twoFactors,
  users,
};

export const handler = endpoint(operation, needs, signInOneTimePass);
