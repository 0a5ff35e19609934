import { listUserSignIns as operation } from '../../shared/contract/operations/users.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, sessions, signIns, users } from '../../shared/runtime/deps.ts';
import { listUserSignIns } from '../../shared/use-cases/users/list-user-sign-ins.ts';

const needs = { clock, log, numbers, origin, originSecret, sessions, signIns, users };

export const handler = endpoint(operation, needs, listUserSignIns);
