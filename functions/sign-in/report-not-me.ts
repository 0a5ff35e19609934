import { reportNotMe as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import {
  everyRequest,
  ids,
  keptReplies,
  numbers,
  passwordTokens,
  random,
  twoFactors,
  users,
} from '../../shared/runtime/deps.ts';
import { reportNotMe } from '../../shared/use-cases/sign-in/report-not-me.ts';

export const handler = publicEndpoint(
  operation,
  { ...everyRequest, ids, keptReplies, numbers, passwordTokens, random, twoFactors, users },
  reportNotMe,
);
