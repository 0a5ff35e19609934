import { getHealth as operation } from '../../shared/contract/operations/service.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, origin, originSecret } from '../../shared/runtime/deps.ts';

export const handler = endpoint(operation, { clock, log, origin, originSecret }, async () => ({
  status: 'ok' as const,
}));
