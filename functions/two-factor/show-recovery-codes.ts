import { showRecoveryCodes as operation } from '../../shared/contract/operations/two-factor.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import {
  ids,
  limits,
  recoveryCodeSets,
  recoverySecrets,
  securityEvents,
  withSession,
} from '../../shared/runtime/needs.ts';
import { showRecoveryCodes } from '../../shared/use-cases/two-factor/show-recovery-codes.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withSession, ids, limits, recoveryCodeSets, recoverySecrets, securityEvents },
  showRecoveryCodes,
);
