import { getTwoFactorAdoption as operation } from '../../shared/contract/operations/users.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { adoptions, clock, log, numbers, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { getTwoFactorAdoption } from '../../shared/use-cases/users/get-two-factor-adoption.ts';

const needs = { adoptions, clock, log, numbers, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, getTwoFactorAdoption);
