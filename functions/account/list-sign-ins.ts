import { listSignIns as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, sessions, signIns } from '../../shared/runtime/deps.ts';
import { listSignIns } from '../../shared/use-cases/account/list-sign-ins.ts';

const needs = { clock, log, numbers, origin, originSecret, sessions, signIns };

export const handler = endpoint(operation, needs, listSignIns);
