import { confirmEmailChange as operation } from '../../shared/contract/operations/lifecycle.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import {
  addresses,
  credentials,
  everyRequest,
  idempotencyRecords,
  ids,
  passwordTokens,
  random,
  security,
  users,
} from '../../shared/runtime/needs.ts';
import { confirmEmailChange } from '../../shared/use-cases/lifecycle/confirm-email-change.ts';

export const handler = publicEndpoint(
  operation,
  { ...everyRequest, addresses, credentials, ids, idempotencyRecords, passwordTokens, random, security, users },
  confirmEmailChange,
);
