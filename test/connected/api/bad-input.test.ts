import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Operation } from '../../../shared/contract/operation.ts';
import { operationList } from '../../../shared/contract/operations.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { type Answer, call, enroll, freshAdmin, get, newOrganization, sessionOf } from '../../kit/product.ts';

const pathOf = ({ path }: Operation): string => path.replace('{userId}', '00000000000000000000000000');

/** Whatever happens, the answer is a problem with a stable code and has the headers of every answer. */
const expectProblem = ({ status, headers, json }: Answer, expected: number | number[]): void => {
  expect([expected].flat()).toContain(status);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('strict-transport-security')).toContain('max-age');
  expect(z.safeParse(Problem, json).success).toBe(true);
  expect((json as Problem).requestId).toBe(headers.get('x-request-id'));
};

const { admin } = await newOrganization();
const token = await freshAdmin(admin);
const withBody = operationList.filter(({ body }) => body);
const guarded = operationList.filter(({ auth }) => auth !== 'none');

describe.each(withBody.map((operation) => [operation.id, operation] as const))('bad input to %s', (_, operation) => {
  const send = (body: unknown, headers = {}) => call(operation.method, pathOf(operation), { token, body, headers });

  it.each([
    ['broken JSON', '{"a":'],
    ['an empty object', {}],
    ['a list', []],
    ['null', 'null'],
    ['a string', '"text"'],
    [
      'wrong types',
      {
        email: 1,
        password: {},
        code: [],
        recoveryCode: 0,
        challengeToken: null,
        token: true,
        newPassword: 1,
        setupId: {},
        name: [],
      },
    ],
    ['only unknown fields', { isAdmin: true, __proto__: { isAdmin: true } }],
    ['a prototype', '{"__proto__":{"permissions":["users:manage"]},"constructor":{"prototype":{}}}'],
    ['deep nesting', `${'['.repeat(1_500)}${']'.repeat(1_500)}`],
    ['a lone surrogate', '{"email":"\\ud800@x.example","password":"\\udfff","code":"\\ud800"}'],
  ])('%s is 400', async (_, body) => {
    expectProblem(await send(body), 400);
  });

  it('1 MiB is 413, another media type 415, no body 400', async () => {
    expectProblem(await send('x'.repeat(1_048_576)), 413);
    expectProblem(await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415);
    expectProblem(await call(operation.method, pathOf(operation), { token }), 400);
  });
});

describe.each(guarded.map((operation) => [operation.id, operation] as const))(
  'without a session, %s',
  (_, operation) => {
    it.each([undefined, 'nonsense', `sps_${'0'.repeat(26)}_${'A'.repeat(43)}`])(
      'with the token %j is 401',
      async (bad) => {
        const answer = await call(operation.method, pathOf(operation), {
          token: bad,
          body: operation.body ? {} : undefined,
        });
        expectProblem(answer, 401);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      },
    );
  },
);

describe('unknown things', () => {
  it.each([
    ['GET', '/v1/'],
    ['GET', '/v1//'],
    ['GET', '/v1/nothing'],
    ['GET', '/v1/health/'],
    ['POST', '/v1/users//sign-ins'],
    ['GET', '/v1/%2e%2e%2fx'],
  ])('%s %s is 404', async (method, path) => {
    expectProblem(await call(method, path), 404);
  });

  it.each([
    ['GET', '/v1/sign-in', 'POST'],
    ['PUT', '/v1/me', 'DELETE, GET, HEAD, PATCH'],
    ['OPTIONS', '/v1/me/password', 'PUT'],
  ])('%s %s is 405, which names the others', async (method, path, allowed) => {
    const answer = await call(method, path);
    expectProblem(answer, 405);
    expect(answer.headers.get('allow')).toBe(allowed);
  });

  it.each(['nonsense', '00000000000000000000000000', '%00', '..%2Fx', 'a'.repeat(3_000), '%E0%A4%A'])(
    'the user %j is 404',
    async (id) => {
      expectProblem(await get(`/v1/users/${id}`, token), 404);
      expectProblem(await get(`/v1/users/${id}/sign-ins`, token), 404);
    },
  );

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=5&limit=6',
    'cursor=%00',
    'cursor=AAAA',
    'twoFactor=maybe',
    'verbose=1',
    `email=${'a'.repeat(300)}`,
    `email=${encodeURIComponent('\ufb2c'.repeat(254))}`,
  ])('the query %s is 400', async (query) => {
    expectProblem(await get(`/v1/users?${query}`, token), 400);
  });
});

describe('another organization’s user (rule 12)', () => {
  it('is 404, byte for byte like one that does not exist', async () => {
    const stranger = await newOrganization();
    const strangers = await sessionOf(stranger.user);
    await enroll(strangers);
    const { id } = (await get('/v1/me', strangers)).json as { id: string };
    const anonymous = ({ body }: Answer) => body.replace(/"requestId":"[^"]*"/, '');
    for (const path of ['', '/sign-ins']) {
      const foreign = await get(`/v1/users/${id}${path}`, token);
      expectProblem(foreign, 404);
      expect(anonymous(foreign)).toBe(anonymous(await get(`/v1/users/00000000000000000000000000${path}`, token)));
    }
  });
});
