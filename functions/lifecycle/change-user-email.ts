import { changeUserEmail as operation } from '../../shared/contract/operations/lifecycle.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import {
  addresses,
  credentials,
  ids,
  limits,
  organizations,
  securityEvents,
  sendsMail,
  users,
  withSession,
} from '../../shared/runtime/needs.ts';
import { changeUserEmail } from '../../shared/use-cases/lifecycle/change-user-email.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withSession, addresses, credentials, ids, limits, organizations, securityEvents, sendsMail, users },
  changeUserEmail,
);
