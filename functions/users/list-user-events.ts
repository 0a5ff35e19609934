import { listUserEvents as operation } from '../../shared/contract/operations/users.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  log,
  numbers,
  origin,
  originSecret,
  securityEvents,
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { listUserEvents } from '../../shared/use-cases/users/list-user-events.ts';

const needs = { clock, log, numbers, origin, originSecret, securityEvents, sessions, users };

export const handler = endpoint(operation, needs, listUserEvents);
