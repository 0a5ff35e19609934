import { endSession as operation } from '../../shared/contract/operations/sessions.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, random, withReplay } from '../../shared/runtime/needs.ts';
import { endSession } from '../../shared/use-cases/account/end-session.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, ids, random }, endSession);
