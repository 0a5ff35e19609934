import { liftWaits as operation } from '../../shared/contract/operations/administration.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  sessions,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { liftWaits } from '../../shared/use-cases/users/lift-waits.ts';

const needs = { clock, ids, limits, log, numbers, origin, originSecret, sessions, twoFactors, users };

export const handler = endpoint(operation, needs, liftWaits);
