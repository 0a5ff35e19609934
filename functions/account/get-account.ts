import { getAccount as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { organizations, withSession } from '../../shared/runtime/needs.ts';
import { getAccount } from '../../shared/use-cases/account/get-account.ts';

export const handler = sessionEndpoint(operation, { ...withSession, organizations }, getAccount);
