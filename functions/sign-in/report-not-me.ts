import { reportNotMe as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import {
  credentials,
  everyRequest,
  idempotencyRecords,
  ids,
  passwordTokens,
  random,
  security,
  twoFactors,
  users,
} from '../../shared/runtime/needs.ts';
import { reportNotMe } from '../../shared/use-cases/sign-in/report-not-me.ts';

export const handler = publicEndpoint(
  operation,
  { ...everyRequest, credentials, ids, idempotencyRecords, security, passwordTokens, random, twoFactors, users },
  reportNotMe,
);
