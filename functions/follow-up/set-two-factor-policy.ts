import { setTwoFactorPolicy as operation } from '../../shared/contract/operations/follow-up.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, ids, log, numbers, organizations, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { setTwoFactorPolicy } from '../../shared/use-cases/follow-up/set-two-factor-policy.ts';

const needs = { clock, ids, log, numbers, organizations, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, setTwoFactorPolicy);
