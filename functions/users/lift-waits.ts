import { liftWaits as operation } from '../../shared/contract/operations/administration.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, twoFactors, users, withSession } from '../../shared/runtime/needs.ts';
import { liftWaits } from '../../shared/use-cases/users/lift-waits.ts';

export const handler = sessionEndpoint(operation, { ...withSession, ids, limits, twoFactors, users }, liftWaits);
