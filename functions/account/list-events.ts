import { listEvents as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, securityEvents, sessions } from '../../shared/runtime/deps.ts';
import { listEvents } from '../../shared/use-cases/account/list-events.ts';

const needs = { clock, log, numbers, origin, originSecret, securityEvents, sessions };

export const handler = endpoint(operation, needs, listEvents);
