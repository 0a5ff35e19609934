import { beforeEach, describe, expect, it } from 'vitest';
import { methodsByPath } from '../../../../infra/routes.ts';
import { getAccount as accountOperation } from '../../../../shared/contract/operations/account.ts';
import { getHealth as healthOperation } from '../../../../shared/contract/operations/service.ts';
import { operationList } from '../../../../shared/contract/operations.ts';
import { chain } from '../../../../shared/entry/http/chain.ts';
import { failureOfRoute } from '../../../../shared/entry/http/method-not-allowed.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { sessionEndpoint } from '../../../../shared/entry/http/session-endpoint.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { newWorld, type World } from '../../../world.ts';
import { send } from './send.ts';

let world: World;
const needs = () => ({ ...world.needs, log: () => undefined });
const routes = methodsByPath();
const unrouted = (method: string, path: string) =>
  send(
    chain('routeNotFound', needs(), async ({ requestContext }) => {
      throw failureOfRoute(routes, requestContext.http.path);
    }),
    { method, path },
  );
beforeEach(() => {
  world = newWorld();
});

describe('HEAD', () => {
  it('answers as GET does, without the body', async () => {
    await world.register('uma@acme.example');
    const headers = { authorization: `Bearer ${await world.signInWithPassword('uma@acme.example')}` };
    const handler = sessionEndpoint(accountOperation, needs(), getAccount);
    const [got, asked] = [
      await send(handler, { method: 'GET', headers }),
      await send(handler, { method: 'HEAD', headers }),
    ];
    expect(got.json).toHaveProperty('email');
    expect([asked.statusCode, asked.headers, asked.body]).toEqual([200, got.headers, undefined]);
  });

  it('of a failure has no body either', async () => {
    const handler = sessionEndpoint(accountOperation, needs(), getAccount);
    const { statusCode, headers, body } = await send(handler, { method: 'HEAD' });
    expect([statusCode, headers['content-type'], body]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
      undefined,
    ]);
  });
});

describe('a known path with another method', () => {
  it.each(operationList.map(({ path }) => path))('%s is 405 and says which methods there are', async (path) => {
    const given = path.replace(/\{\w+\}/, '01jz0000000000000000000000');
    const { statusCode, headers, json } = await unrouted('OPTIONS', given);
    const methods = operationList.filter((other) => other.path === path).map(({ method }) => method);
    expect([statusCode, json.code, json.title]).toEqual([405, 'method_not_allowed', 'This method is not allowed here']);
    const allowed = headers.allow?.split(', ') ?? [];
    expect(allowed).toEqual(expect.arrayContaining(methods));
    expect(allowed.includes('HEAD')).toBe(allowed.includes('GET'));
    expect(allowed).not.toContain('OPTIONS');
  });

  it('names the methods of all routes that the path matches', async () => {
    // As a user's id, it matches a route of PATCH, and the API's answer to that is another matter.
    expect((await unrouted('PUT', '/v1/users/two-factor-adoption')).headers.allow).toBe('DELETE, GET, HEAD, PATCH');
    expect((await unrouted('POST', '/v1/health')).headers.allow).toBe('GET, HEAD');
  });
});

describe('a path that does not exist', () => {
  it.each(['/', '/v1', '/v1/', '/v1/nothing', '/v1/health/', '/v1/me/', '/v1/users//events', '/v1/users/x/y'])(
    '%s is 404, whatever the method',
    async (path) => {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
        const { statusCode, headers } = await unrouted(method, path);
        expect([statusCode, headers.allow]).toEqual([404, undefined]);
      }
    },
  );
});

describe('the health of the service', () => {
  it('can be requested past every cache', async () => {
    const handler = publicEndpoint(healthOperation, needs(), async () => ({ status: 'ok' as const }));
    const { statusCode, json } = await send(handler, { method: 'GET', query: { x: '1', _: '1764105600' } });
    expect([statusCode, json]).toEqual([200, { status: 'ok' }]);
  });
});
