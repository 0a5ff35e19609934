import { disableTwoFactor as operation } from '../../shared/contract/operations/two-factor.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, random, twoFactors, withReplay } from '../../shared/runtime/needs.ts';
import { disableTwoFactor } from '../../shared/use-cases/two-factor/disable-two-factor.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, ids, limits, random, twoFactors }, disableTwoFactor);
