import { listUserEvents as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { securityEvents, users, withSession } from '../../shared/runtime/needs.ts';
import { listUserEvents } from '../../shared/use-cases/users/list-user-events.ts';

export const handler = sessionEndpoint(operation, { ...withSession, securityEvents, users }, listUserEvents);
