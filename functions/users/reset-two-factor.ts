import { resetTwoFactor as operation } from '../../shared/contract/operations/administration.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, random, twoFactors, withReplay } from '../../shared/runtime/needs.ts';
import { resetTwoFactor } from '../../shared/use-cases/users/reset-two-factor.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, ids, limits, random, twoFactors }, resetTwoFactor);
