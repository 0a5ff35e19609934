import { getUser as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { users, withSession } from '../../shared/runtime/needs.ts';
import { getUser } from '../../shared/use-cases/users/get-user.ts';

export const handler = sessionEndpoint(operation, { ...withSession, users }, getUser);
