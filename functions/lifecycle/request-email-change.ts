import { requestEmailChange as operation } from '../../shared/contract/operations/lifecycle.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, organizations, securityEvents, sendsMail, withSession } from '../../shared/runtime/needs.ts';
import { requestEmailChange } from '../../shared/use-cases/lifecycle/request-email-change.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withSession, ids, limits, organizations, securityEvents, sendsMail },
  requestEmailChange,
);
