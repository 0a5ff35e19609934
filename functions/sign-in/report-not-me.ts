import { reportNotMe as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  keptReplies,
  log,
  numbers,
  origin,
  originSecret,
  passwordTokens,
  random,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { reportNotMe } from '../../shared/use-cases/sign-in/report-not-me.ts';

const needs = {
  clock,
  ids,
  keptReplies,
  log,
  numbers,
  origin,
  originSecret,
  passwordTokens,
  random,
  twoFactors,
  users,
};

export const handler = endpoint(operation, needs, reportNotMe);
