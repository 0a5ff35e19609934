import { beginTwoFactorSetup as operation } from '../../shared/contract/operations/two-factor.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, organizations, qrCodes, random, setups, totpSecrets, withSession } from '../../shared/runtime/needs.ts';
import { beginTwoFactorSetup } from '../../shared/use-cases/two-factor/begin-two-factor-setup.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withSession, ids, organizations, qrCodes, random, setups, totpSecrets },
  beginTwoFactorSetup,
);
