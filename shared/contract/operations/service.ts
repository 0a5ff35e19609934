import * as z from 'zod/mini';
import { operation } from '../operation.ts';

const area = 'service';

export const getOpenApi = operation({
  id: 'getOpenApi',
  summary: 'Get this API as an OpenAPI 3.1 document',
  area,
  method: 'GET',
  path: '/v1/openapi.json',
  auth: 'none',
  status: 200,
  reply: z.looseObject({ openapi: z.string() }),
  problems: [],
});

export const getHealth = operation({
  id: 'getHealth',
  summary: 'Check that the service answers; uses neither the table nor a key',
  area,
  method: 'GET',
  path: '/v1/health',
  auth: 'none',
  // Monitors may add any parameter to get past caches.
  query: z.object({}),
  status: 200,
  reply: z.object({ status: z.literal('ok') }),
  problems: [],
});
