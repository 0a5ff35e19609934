import { listUserSessions as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { users, withSession } from '../../shared/runtime/needs.ts';
import { listUserSessions } from '../../shared/use-cases/users/list-user-sessions.ts';

export const handler = sessionEndpoint(operation, { ...withSession, users }, listUserSessions);
