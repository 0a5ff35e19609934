import { regenerateRecoveryCodes as operation } from '../../shared/contract/operations/two-factor.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, random, recoveryCodeSets, recoverySecrets, withReplay } from '../../shared/runtime/needs.ts';
import { regenerateRecoveryCodes } from '../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplay, ids, limits, random, recoveryCodeSets, recoverySecrets },
  regenerateRecoveryCodes,
);
