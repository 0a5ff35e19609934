import { remindUsers as operation } from '../../shared/contract/operations/follow-up.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, ids, limits, log, numbers, origin, originSecret, sessions, users } from '../../shared/runtime/deps.ts';
import { remindUsers } from '../../shared/use-cases/follow-up/remind-users.ts';

const needs = { clock, ids, limits, log, numbers, origin, originSecret, sessions, users };

export const handler = endpoint(operation, needs, remindUsers);
