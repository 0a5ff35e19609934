import { getUser as operation } from '../../shared/contract/operations/users.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, sessions, users } from '../../shared/runtime/deps.ts';
import { getUser } from '../../shared/use-cases/users/get-user.ts';

const needs = { clock, log, numbers, origin, originSecret, sessions, users };

export const handler = endpoint(operation, needs, getUser);
