import { endSession as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  keptReplies,
  log,
  numbers,
  origin,
  originSecret,
  random,
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { endSession } from '../../shared/use-cases/account/end-session.ts';

const needs = { clock, ids, keptReplies, log, numbers, origin, originSecret, random, sessions, users };

export const handler = endpoint(operation, needs, endSession);
