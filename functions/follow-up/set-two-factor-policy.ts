import { setTwoFactorPolicy as operation } from '../../shared/contract/operations/follow-up.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, organizations, withSession } from '../../shared/runtime/needs.ts';
import { setTwoFactorPolicy } from '../../shared/use-cases/follow-up/set-two-factor-policy.ts';

export const handler = sessionEndpoint(operation, { ...withSession, ids, organizations }, setTwoFactorPolicy);
