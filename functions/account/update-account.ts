import { updateAccount as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, organizations, users, withSession } from '../../shared/runtime/needs.ts';
import { updateAccount } from '../../shared/use-cases/account/update-account.ts';

export const handler = sessionEndpoint(operation, { ...withSession, ids, limits, organizations, users }, updateAccount);
