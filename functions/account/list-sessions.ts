import { listSessions as operation } from '../../shared/contract/operations/sessions.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { withSession } from '../../shared/runtime/needs.ts';
import { listSessions } from '../../shared/use-cases/account/list-sessions.ts';

export const handler = sessionEndpoint(operation, withSession, listSessions);
