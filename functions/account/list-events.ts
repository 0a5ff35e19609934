import { listEvents as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { securityEvents, withSession } from '../../shared/runtime/needs.ts';
import { listEvents } from '../../shared/use-cases/account/list-events.ts';

export const handler = sessionEndpoint(operation, { ...withSession, securityEvents }, listEvents);
