import { inspectLink as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { everyRequest, passwordTokens, security, users } from '../../shared/runtime/needs.ts';
import { inspectLink } from '../../shared/use-cases/sign-in/inspect-link.ts';

export const handler = publicEndpoint(operation, { ...everyRequest, security, passwordTokens, users }, inspectLink);
