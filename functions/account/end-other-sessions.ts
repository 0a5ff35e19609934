import { endOtherSessions as operation } from '../../shared/contract/operations/sessions.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, random, withReplay } from '../../shared/runtime/needs.ts';
import { endOtherSessions } from '../../shared/use-cases/account/end-other-sessions.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, ids, limits, random }, endOtherSessions);
