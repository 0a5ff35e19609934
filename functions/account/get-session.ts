import { getSession as operation } from '../../shared/contract/operations/sessions.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { withSession } from '../../shared/runtime/needs.ts';
import { getSession } from '../../shared/use-cases/account/get-session.ts';

export const handler = sessionEndpoint(operation, withSession, getSession);
