import { describe, expect, it } from 'vitest';
import { createFaults } from '../../../local/aws/faults.ts';
import type { HttpRequest } from '../../../local/gateway/exchange.ts';
import { createGateway } from '../../../local/gateway/gateway.ts';
import { createRequests } from '../../../local/gateway/requests.ts';
import { createSharedClock } from '../../../local/lambda/clock.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readApi, readFunctions } from '../../../local/template/functions.ts';
import { unbundledApp } from '../../infra/templates.ts';

const assembly = readAssembly(unbundledApp({}, { 'aws:cdk:enable-path-metadata': true }).app.synth().directory);
const api = readApi(assembly, readFunctions(assembly));

/** The template's gateway in front of functions that answer with their name. */
const gateway = () => {
  const invoke = async (id: string) => ({ ok: true as const, cpuMs: 0, result: { statusCode: 200, body: id } });
  const lambdas = { invoke } as never;
  const handle = createGateway({
    ...{ api, lambdas, requests: createRequests(), clock: createSharedClock() },
    ...{ faults: createFaults(), monitoring: { answered: () => undefined, throttledFunction: () => undefined } },
    log: () => undefined,
  });
  return async (method: string, url: string) => {
    const request: HttpRequest = {
      ...{ method, url, httpVersion: '1.1', headers: {}, body: Buffer.alloc(0) },
      ...{ sourceIp: '198.51.100.1', viewerIp: '192.0.2.1' },
    };
    const { status, body } = await handle(request);
    return `${status} ${status === 429 ? '' : body}`.trim();
  };
};
const flood = async (ask: ReturnType<typeof gateway>, method: string, url: string): Promise<string[]> => {
  const answers = [];
  for (let count = 0; count < 1_500; count += 1) answers.push(await ask(method, url));
  return answers;
};

describe('the API’s limits', { timeout: 60_000 }, () => {
  it.each([
    ['GET', '/v1/nothing'],
    ['OPTIONS', '/v1/sign-in'],
    ['GET', '/v1/health'],
    ['HEAD', '/v1/openapi.json'],
    ['GET', '/v1/me'],
    ['POST', '/v1/sign-in/totp'],
  ])('keep a flood of %s %s from affecting sign-in', async (method, url) => {
    const ask = gateway();
    expect(await flood(ask, method, url)).toContain('429');
    for (let count = 0; count < 100; count += 1) expect(await ask('POST', '/v1/sign-in')).toBe('200 signIn');
  });

  it('allow monitors and strangers little', async () => {
    const answered = (await flood(gateway(), 'GET', '/v1/nothing')).filter((answer) => answer !== '429');
    expect(answered.length).toBeLessThan(200);
  });

  it('route HEAD to the same place as GET', async () => {
    const ask = gateway();
    for (const { method, key, function: fn } of api.routes.filter(({ method }) => method === 'GET')) {
      const url = key.replace('GET ', '').replace(/\{\w+\}/g, 'x');
      expect([method, await ask('HEAD', url)]).toEqual(['GET', `200 ${fn.id}`]);
    }
  });
});
