import { issueBypassCode as operation } from '../../shared/contract/operations/administration.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, passSecrets, random, sendsMail, twoFactors, withReplay } from '../../shared/runtime/needs.ts';
import { issueBypassCode } from '../../shared/use-cases/users/issue-bypass-code.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplay, ids, limits, passSecrets, random, sendsMail, twoFactors },
  issueBypassCode,
);
