import { getTwoFactorPolicy as operation } from '../../shared/contract/operations/follow-up.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, organizations, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { getTwoFactorPolicy } from '../../shared/use-cases/follow-up/get-two-factor-policy.ts';

const needs = { clock, log, numbers, organizations, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, getTwoFactorPolicy);
