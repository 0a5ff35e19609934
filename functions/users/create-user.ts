import { createUser as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, organizations, random, withReplies } from '../../shared/runtime/deps.ts';
import { createUser } from '../../shared/use-cases/users/create-user.ts';

export const handler = sessionEndpoint(operation, { ...withReplies, ids, limits, organizations, random }, createUser);
