import { listSessions as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { listSessions } from '../../shared/use-cases/account/list-sessions.ts';

const needs = { clock, log, numbers, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, listSessions);
