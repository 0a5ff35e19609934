import { issueOneTimePass as operation } from '../../shared/contract/operations/administration.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, passSecrets, random, sendsMail, twoFactors, withReplies } from '../../shared/runtime/deps.ts';
import { issueOneTimePass } from '../../shared/use-cases/users/issue-one-time-pass.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplies, ids, limits, passSecrets, random, sendsMail, twoFactors },
  issueOneTimePass,
);
