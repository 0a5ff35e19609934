import { reportNotMe as operation } from '../shared/contract/operations/sign-in.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import {
  clock,
  ids,
  log,
  numbers,
  origin,
  originSecret,
  passwordTokens,
  random,
  users,
} from '../shared/runtime/deps.ts';
import { reportNotMe } from '../shared/use-cases/report-not-me.ts';

const needs = { clock, ids, log, numbers, origin, originSecret, passwordTokens, random, users };

export const handler = endpoint(operation, needs, reportNotMe);
