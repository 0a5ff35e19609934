import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Problem } from '../../../shared/contract/problem.ts';
import { type Answer, call, get, newOrganization, sessionOf } from '../../kit/product.ts';

/*
 * Bad requests generated from the API's own document: its fields with values of every kind, fields that it does not
 * have, query strings, paths and headers. None may cause a 5xx, and every failure is a problem that the document
 * announces.
 */
type Described = {
  operationId: string;
  parameters: { name: string; in: 'path' | 'query' }[];
  requestBody?: { content: { 'application/json': { schema: { properties: Record<string, unknown> } } } };
  responses: Record<string, { content?: Record<string, unknown> }>;
};
type Document = { paths: Record<string, Record<string, Described>> };

const RUNS = Number(process.env.FUZZ_RUNS ?? 150);
const SEED = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
const AT_ONCE = 8;

const document = (await get('/v1/openapi.json')).json as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);
const { admin, user } = await newOrganization();
const token = await sessionOf(admin);
/** They end or replace the session that all others use, so they have someone else's; two at once would get in each other's way. */
const endsSession = new Set(['signOut', 'endOtherSessions']);
const other = await sessionOf(user);

const plausible = fc.constantFrom(
  '123456',
  admin,
  'a@b.example',
  'correct horse battery staple',
  'cookie',
  'token',
  token,
  '0'.repeat(24),
  'enabled',
  '25',
);
const text = fc.oneof(plausible, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 3_000 }));
const value = fc.oneof({ weight: 3, arbitrary: text }, fc.jsonValue(), fc.double(), fc.constant(null));
const names = ({ requestBody }: Described): string[] =>
  Object.keys(requestBody?.content['application/json'].schema.properties ?? {});

const requests = ({ operation }: (typeof described)[number]) =>
  fc.record({
    fields: fc.record(Object.fromEntries(names(operation).map((name) => [name, value])), { requiredKeys: [] }),
    extra: fc.option(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'id')), value, { maxKeys: 3 }),
    ),
    raw: fc.option(fc.string({ maxLength: 200 }), { freq: 8 }),
    query: fc.option(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('limit', 'cursor', 'email', 'twoFactor')), text, {
        maxKeys: 3,
      }),
    ),
    pathValue: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    type: fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'application/x-www-form-urlencoded',
    ),
    withToken: fc.boolean(),
  });
type Request = ReturnType<typeof requests> extends fc.Arbitrary<infer T> ? T : never;

const REFILL_MS = 250;
const MOST_TRIES = 40;

/**
 * Routes for monitors accept few requests at once, and the gateway itself refuses the rest in its own format: repeat
 * until the function answers.
 */
const patiently = async (request: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 1; ; tries += 1) {
    const answer = await request();
    const isOfGateway = answer.status === 429 && answer.body === '{"message":"Too Many Requests"}';
    if (!isOfGateway || tries === MOST_TRIES) return answer;
    await setTimeout(REFILL_MS);
  }
};

const send = ({ path, method, operation }: (typeof described)[number], request: Request): Promise<Answer> => {
  const { fields, extra, raw, query, pathValue, type, withToken } = request;
  const encode = (part: string): string => encodeURIComponent(part.toWellFormed());
  const search = Object.entries(query ?? {})
    .map(([name, part]) => `${encode(name)}=${encode(part)}`)
    .join('&');
  const body = method === 'GET' ? undefined : (raw ?? JSON.stringify({ ...fields, ...extra }));
  const own = endsSession.has(operation.operationId) ? other : token;
  const bearer = withToken ? own : undefined;
  const target = path.replaceAll(/\{\w+\}/g, encode(pathValue)) + (search ? `?${search}` : '');
  return patiently(() => call(method, target, { token: bearer, body, headers: { 'content-type': type } }));
};

/** At once, except where two would get in each other's way. */
const batchesOf = (id: string, samples: Request[]): Request[][] => {
  const size = endsSession.has(id) ? 1 : AT_ONCE;
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, index) =>
    samples.slice(index * size, (index + 1) * size),
  );
};

describe.each(described.map((each) => [each.operation.operationId, each] as const))('%s', (id, each) => {
  it(`answers ${RUNS} bad requests without a 5xx, and every failure as a problem that the document announces`, async () => {
    for (const batch of batchesOf(id, fc.sample(requests(each), { numRuns: RUNS, seed: SEED }))) {
      const answers = await Promise.all(batch.map((request) => send(each, request)));
      for (const [index, { status, headers, json }] of answers.entries()) {
        const context = `seed ${SEED}: ${JSON.stringify(batch[index])}`;
        expect(status, context).toBeLessThan(500);
        if (status < 400) continue;
        expect(headers.get('content-type'), context).toBe('application/problem+json; charset=utf-8');
        expect(z.safeParse(Problem, json).success, context).toBe(true);
        // A path that is no longer the operation's (an empty or dotted segment) is another route, or none.
        if (status !== 404 && status !== 405)
          expect(Object.keys(each.operation.responses), context).toContain(String(status));
      }
    }
  });
});
