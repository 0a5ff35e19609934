import { updateUser as operation } from '../../shared/contract/operations/users.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, ids, limits, log, numbers, origin, originSecret, sessions, users } from '../../shared/runtime/deps.ts';
import { updateUser } from '../../shared/use-cases/users/update-user.ts';

const needs = { clock, ids, limits, log, numbers, origin, originSecret, sessions, users };

export const handler = endpoint(operation, needs, updateUser);
