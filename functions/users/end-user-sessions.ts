import { endUserSessions as operation } from '../../shared/contract/operations/administration.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, random, withReplay } from '../../shared/runtime/needs.ts';
import { endUserSessions } from '../../shared/use-cases/users/end-user-sessions.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, ids, limits, random }, endUserSessions);
