import { deleteUser as operation } from '../../shared/contract/operations/lifecycle.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { deletions, ids, limits, random, withReplay } from '../../shared/runtime/needs.ts';
import { deleteUser } from '../../shared/use-cases/lifecycle/delete-user.ts';

export const handler = sessionEndpoint(operation, { ...withReplay, deletions, ids, limits, random }, deleteUser);
