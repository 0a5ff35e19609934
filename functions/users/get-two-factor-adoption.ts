import { getTwoFactorAdoption as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { adoptions, withSession } from '../../shared/runtime/needs.ts';
import { getTwoFactorAdoption } from '../../shared/use-cases/users/get-two-factor-adoption.ts';

export const handler = sessionEndpoint(operation, { ...withSession, adoptions }, getTwoFactorAdoption);
