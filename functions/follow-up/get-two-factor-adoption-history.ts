import { getTwoFactorAdoptionHistory as operation } from '../../shared/contract/operations/follow-up.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { adoptions, clock, log, numbers, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { getTwoFactorAdoptionHistory } from '../../shared/use-cases/follow-up/get-two-factor-adoption-history.ts';

const needs = { adoptions, clock, log, numbers, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, getTwoFactorAdoptionHistory);
