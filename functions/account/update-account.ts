import { updateAccount as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, organizations, users, withSession } from '../../shared/runtime/needs.ts';
import { updateAccount } from '../../shared/use-cases/account/update-account.ts';

export const handler = sessionEndpoint(operation, { ...withSession, ids, organizations, users }, updateAccount);
