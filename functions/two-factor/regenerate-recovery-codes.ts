import { regenerateRecoveryCodes as operation } from '../../shared/contract/operations/two-factor.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, random, recoveryCodeSets, recoverySecrets, withReplies } from '../../shared/runtime/deps.ts';
import { regenerateRecoveryCodes } from '../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplies, ids, limits, random, recoveryCodeSets, recoverySecrets },
  regenerateRecoveryCodes,
);
