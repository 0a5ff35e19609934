import { inspectLink as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, passwordTokens, users } from '../../shared/runtime/deps.ts';
import { inspectLink } from '../../shared/use-cases/sign-in/inspect-link.ts';

const needs = { clock, log, numbers, origin, originSecret, passwordTokens, users };

export const handler = endpoint(operation, needs, inspectLink);
