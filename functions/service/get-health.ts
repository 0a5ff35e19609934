import { getHealth as operation } from '../../shared/contract/operations/service.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { everyRequest } from '../../shared/runtime/needs.ts';

export const handler = publicEndpoint(operation, everyRequest, async () => ({
  status: 'ok' as const,
}));
