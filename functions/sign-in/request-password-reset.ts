import { requestPasswordReset as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, ids, limits, log, numbers, origin, originSecret, passwordResets } from '../../shared/runtime/deps.ts';
import { requestPasswordReset } from '../../shared/use-cases/sign-in/request-password-reset.ts';

const needs = { clock, ids, limits, log, numbers, origin, originSecret, passwordResets };

export const handler = endpoint(operation, needs, requestPasswordReset);
