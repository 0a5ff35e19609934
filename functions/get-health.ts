import { getHealth as operation } from '../shared/contract/operations/service.ts';
import { endpoint } from '../shared/http/endpoint.ts';
import { clock, log } from '../shared/runtime/deps.ts';

export const handler = endpoint(operation, { clock, log }, async () => ({ status: 'ok' as const }));
