import { inspectLink as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { everyRequest, numbers, passwordTokens, users } from '../../shared/runtime/deps.ts';
import { inspectLink } from '../../shared/use-cases/sign-in/inspect-link.ts';

export const handler = publicEndpoint(operation, { ...everyRequest, numbers, passwordTokens, users }, inspectLink);
