import { getTwoFactorAdoptionHistory as operation } from '../../shared/contract/operations/follow-up.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { adoptions, withSession } from '../../shared/runtime/needs.ts';
import { getTwoFactorAdoptionHistory } from '../../shared/use-cases/follow-up/get-two-factor-adoption-history.ts';

export const handler = sessionEndpoint(operation, { ...withSession, adoptions }, getTwoFactorAdoptionHistory);
