import { inviteAgain as operation } from '../../shared/contract/operations/administration.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { ids, limits, passwordTokens, random, sendsMail, withReplay } from '../../shared/runtime/needs.ts';
import { inviteAgain } from '../../shared/use-cases/users/invite-again.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withReplay, ids, limits, passwordTokens, random, sendsMail },
  inviteAgain,
);
