import { disableTwoFactor as operation } from '../shared/contract/operations/two-factor.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import { clock, ids, log, numbers, origin, originSecret, sessions, twoFactors } from '../shared/runtime/deps.ts';
import { disableTwoFactor } from '../shared/use-cases/disable-two-factor.ts';

const needs = { clock, ids, log, numbers, origin, originSecret, sessions, twoFactors };

export const handler = endpoint(operation, needs, disableTwoFactor);
