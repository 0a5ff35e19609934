import { updateUser as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, users, withSession } from '../../shared/runtime/needs.ts';
import { updateUser } from '../../shared/use-cases/users/update-user.ts';

export const handler = sessionEndpoint(operation, { ...withSession, ids, limits, users }, updateUser);
