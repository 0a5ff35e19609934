import { endOtherSessions as operation } from '../../shared/contract/operations/account.ts';
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
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { endOtherSessions } from '../../shared/use-cases/account/end-other-sessions.ts';

const needs = { clock, ids, keptReplies, limits, log, numbers, origin, originSecret, random, sessions, users };

export const handler = endpoint(operation, needs, endOtherSessions);
