import { getTwoFactorAdoption as operation } from '../../shared/contract/operations/follow-up.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { adoptions, withSession } from '../../shared/runtime/needs.ts';
import { getTwoFactorAdoption } from '../../shared/use-cases/follow-up/get-two-factor-adoption.ts';

export const handler = sessionEndpoint(operation, { ...withSession, adoptions }, getTwoFactorAdoption);
