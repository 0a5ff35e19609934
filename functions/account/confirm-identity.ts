import { confirmIdentity as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import {
  credentials,
  ids,
  limits,
  passwords,
  random,
  recoveryCodeSets,
  recoverySecrets,
  totpSecrets,
  twoFactors,
  withReplay,
} from '../../shared/runtime/needs.ts';
import { confirmIdentity } from '../../shared/use-cases/account/confirm-identity.ts';

export const handler = sessionEndpoint(
  operation,
  {
    ...withReplay,
    credentials,
    ids,
    limits,
    passwords,
    random,
    recoveryCodeSets,
    recoverySecrets,
    totpSecrets,
    twoFactors,
  },
  confirmIdentity,
);
