import { getAccount as operation } from '../../shared/contract/operations/account.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, organizations, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { getAccount } from '../../shared/use-cases/account/get-account.ts';

const needs = { clock, log, numbers, organizations, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, getAccount);
