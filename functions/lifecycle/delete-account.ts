import { deleteAccount as operation } from '../../shared/contract/operations/lifecycle.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { deletions, ids, withSession } from '../../shared/runtime/needs.ts';
import { deleteAccount } from '../../shared/use-cases/lifecycle/delete-account.ts';

export const handler = sessionEndpoint(operation, { ...withSession, deletions, ids }, deleteAccount);
