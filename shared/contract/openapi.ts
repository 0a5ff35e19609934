import * as z from 'zod/mini';
import { logoTypes } from '../domain/entities/organization.ts';
import type { FailureCode } from '../domain/errors.ts';
import { IDEMPOTENCY_KEY } from '../domain/fields.ts';
import { BODY_BYTES } from '../domain/security-settings.ts';
import { areas, needsFresh, type Operation, permissionOf } from './operation.ts';
import { Problem } from './problem.ts';
import { problems } from './problems.ts';
import { VERSION } from './version.ts';

type Json = Record<string, unknown>;

/** Schemas as clients see them: what they may send (`input`) and what comes back (`output`). */
const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

const implied = (operation: Operation): FailureCode[] => [
  // Every operation refuses unknown input, both in the query and in a body that it does not take.
  'request_invalid',
  'payload_too_large',
  // Refusals that apply to every operation: cookies sent from another site, and requests that bypass the edge where only
  // the edge is allowed.
  'origin_rejected',
  ...(operation.body ? (['media_type_unsupported'] as const) : []),
  ...(operation.auth === 'none' ? [] : (['session_required'] as const)),
  ...(operation.auth === 'none' || operation.withoutTwoFactor ? [] : (['two_factor_required'] as const)),
  ...(needsFresh(operation.auth) || operation.freshFor ? (['identity_confirmation_required'] as const) : []),
  ...(permissionOf(operation.auth) ? (['permission_required'] as const) : []),
  'too_many_attempts',
  'temporarily_unavailable',
  'internal',
];

const problemResponses = (operation: Operation): Json => {
  const codes = [...new Set([...operation.problems, ...implied(operation)])];
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes.filter((code) => problems[code].status === status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};

const parameters = (schema: z.core.$ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, fieldSchema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: fieldSchema,
  }));
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A UUID of your choice: the same request, sent again within a minute, gets the answer that was lost',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
};

const describe = (operation: Operation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  ...(operation.freshFor && { description: `Takes a fresh identity where it has: ${operation.freshFor.join(', ')}.` }),
  ...(operation.bodyBytes && { description: `The body may have ${operation.bodyBytes} bytes.` }),
  tags: [areas[operation.area]],
  security: operation.auth === 'none' ? [] : [{ session: [] }, { cookie: [] }],
  parameters: [
    ...parameters(operation.params, 'path'),
    ...parameters(operation.query, 'query'),
    ...(operation.idempotencyKey ? [idempotencyKey] : []),
  ],
  ...(operation.body && {
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } } },
  }),
  responses: {
    [operation.status]: {
      description: operation.status === 204 ? 'Done' : operation.summary,
      ...(operation.image && { content: Object.fromEntries(logoTypes.map((type) => [type, {}])) }),
      ...(operation.reply && { content: { 'application/json': { schema: jsonSchema(operation.reply, 'output') } } }),
    },
    ...problemResponses(operation),
  },
});

/** The contract as OpenAPI 3.1, generated from the same declarations that parse requests and replies. */
export const openApi = (operations: Operation[], { productName, origin }: { productName: string; origin: string }) => {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: `${productName} sign-in API`,
      version: VERSION,
      description: `Request bodies are JSON of at most ${BODY_BYTES} bytes. Times are RFC 3339; answers have them in UTC.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    tags: [...new Set(operations.map(({ area }) => areas[area]))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'A session token: sps_…' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'Set by transport "cookie"' },
      },
      schemas: { Problem: jsonSchema(Problem, 'output') },
    },
  };
};
