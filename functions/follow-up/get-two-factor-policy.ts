import { getTwoFactorPolicy as operation } from '../../shared/contract/operations/follow-up.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { organizations, withSession } from '../../shared/runtime/needs.ts';
import { getTwoFactorPolicy } from '../../shared/use-cases/follow-up/get-two-factor-policy.ts';

export const handler = sessionEndpoint(operation, { ...withSession, organizations }, getTwoFactorPolicy);
