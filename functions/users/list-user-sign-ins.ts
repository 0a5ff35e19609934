import { listUserSignIns as operation } from '../../shared/contract/operations/users.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { signIns, users, withSession } from '../../shared/runtime/needs.ts';
import { listUserSignIns } from '../../shared/use-cases/users/list-user-sign-ins.ts';

export const handler = sessionEndpoint(operation, { ...withSession, signIns, users }, listUserSignIns);
