import { endSession as operation } from '../shared/contract/operations/account.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import { clock, ids, log, numbers, origin, originSecret, sessions } from '../shared/runtime/deps.ts';
import { endSession } from '../shared/use-cases/end-session.ts';

const needs = { clock, ids, log, numbers, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, endSession);
