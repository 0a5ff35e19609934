import { issueOneTimePass as operation } from '../../shared/contract/operations/administration.ts';
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
  passSecrets,
  random,
  sendsMail,
  sessions,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { issueOneTimePass } from '../../shared/use-cases/users/issue-one-time-pass.ts';

const needs = {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passSecrets,
  random,
  sendsMail,
  sessions,
  twoFactors,
  users,
};

export const handler = endpoint(operation, needs, issueOneTimePass);
