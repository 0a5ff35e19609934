import { endSession as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, random, withReplies } from '../../shared/runtime/deps.ts';
import { endSession } from '../../shared/use-cases/account/end-session.ts';

export const handler = sessionEndpoint(operation, { ...withReplies, ids, random }, endSession);
