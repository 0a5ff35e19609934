import { listSignIns as operation } from '../../shared/contract/operations/account.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { signIns, withSession } from '../../shared/runtime/needs.ts';
import { listSignIns } from '../../shared/use-cases/account/list-sign-ins.ts';

export const handler = sessionEndpoint(operation, { ...withSession, signIns }, listSignIns);
