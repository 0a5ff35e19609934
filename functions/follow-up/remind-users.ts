import { remindUsers as operation } from '../../shared/contract/operations/follow-up.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, users, withSession } from '../../shared/runtime/needs.ts';
import { remindUsers } from '../../shared/use-cases/follow-up/remind-users.ts';

export const handler = sessionEndpoint(operation, { ...withSession, ids, limits, users }, remindUsers);
