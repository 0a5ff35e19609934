import { getTwoFactorAdoption as operation } from '../shared/contract/operations/users.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, sessions, users } from '../shared/runtime/deps.ts';
import { getTwoFactorAdoption } from '../shared/use-cases/get-two-factor-adoption.ts';

const needs = { clock, log, numbers, origin, originSecret, sessions, users };

export const handler = endpoint(operation, needs, getTwoFactorAdoption);
