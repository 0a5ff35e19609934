import { createUser as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, organizations, random, withReplay } from '../../shared/runtime/needs.ts';
import { createUser } from '../../shared/use-cases/users/create-user.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, ids, limits, organizations, random }, createUser);
