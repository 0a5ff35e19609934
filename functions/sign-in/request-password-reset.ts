import { requestPasswordReset as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { everyRequest, ids, limits, passwordResets, security } from '../../shared/runtime/needs.ts';
import { requestPasswordReset } from '../../shared/use-cases/sign-in/request-password-reset.ts';

export const handler = publicEndpoint(
  operation,
  { ...everyRequest, ids, limits, security, passwordResets },
  requestPasswordReset,
);
