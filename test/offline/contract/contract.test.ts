import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { openApi } from '../../../shared/contract/openapi.ts';
import { operationList, operations } from '../../../shared/contract/operations.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { problemOf, problems } from '../../../shared/contract/problems.ts';
import { failureCodes } from '../../../shared/domain/errors.ts';

const document = openApi(operationList, { productName: 'Sallyport', origin: 'https://auth.example.com' });
const json = JSON.parse(JSON.stringify(document));

describe('the contract', () => {
  it('names each operation by its key, and no route twice', () => {
    expect(Object.entries(operations).filter(([key, { id }]) => key !== id)).toEqual([]);
    const routes = operationList.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('has a row for every failure, valid as a problem', () => {
    expect(Object.keys(problems).sort()).toEqual([...failureCodes].sort());
    for (const code of failureCodes) expect(z.safeParse(Problem, problemOf(code, 'r')).success).toBe(true);
  });

  it('uses only 429 and 503 for failures that waiting helps', () => {
    expect([problems.too_many_attempts.status, problems.temporarily_unavailable.status]).toEqual([429, 503]);
  });
});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(json));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(json.openapi).toMatch(/^3\.1\./);
  });

  it('describes every operation with its id, and only those', () => {
    const described = Object.values(json.paths).flatMap((path) =>
      Object.values(path as Record<string, { operationId: string }>),
    );
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(operations).sort());
  });

  it('lets a client tell apart the two answers to a sign-in', () => {
    const { schema } = json.paths['/v1/sign-in'].post.responses['200'].content['application/json'];
    const statuses = schema.oneOf.map(
      (answer: { properties: { status: { const: string } } }) => answer.properties.status.const,
    );
    expect(statuses).toEqual(['signed_in', 'two_factor_required']);
  });

  it('accepts no unknown field in a request', () => {
    for (const path of Object.values(json.paths)) {
      for (const operation of Object.values(
        path as Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>,
      )) {
        const schema = operation.requestBody?.content['application/json']?.schema;
        if (schema) expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
      }
    }
  });

  it('says which operations need a session', () => {
    expect(json.paths['/v1/sign-in'].post.security).toEqual([]);
    expect(json.paths['/v1/me'].get.security).toEqual([{ session: [] }, { cookie: [] }]);
  });
});
