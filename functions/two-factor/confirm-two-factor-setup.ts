import { confirmTwoFactorSetup as operation } from '../../shared/contract/operations/two-factor.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import {
  ids,
  limits,
  random,
  recoverySecrets,
  setups,
  totpSecrets,
  twoFactors,
  withReplay,
} from '../../shared/runtime/needs.ts';
import { confirmTwoFactorSetup } from '../../shared/use-cases/two-factor/confirm-two-factor-setup.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplay, ids, limits, random, recoverySecrets, setups, totpSecrets, twoFactors },
  confirmTwoFactorSetup,
);
