import { globSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { operationList } from '../../../../shared/contract/operations.ts';
import { send } from './send.ts';

/* Every function that a request starts, deployed so that only the edge is let in. */

const root = path.resolve(import.meta.dirname, '../../../..');
const stems = [...operationList, { id: 'routeNotFound', area: 'service' }].map(
  ({ id, area }) => `${area}/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
);

beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const environment = {
    ...{
      EDGE_ONLY: 'yes',
      SENDS_MAIL: 'yes',
      ORIGIN_SECRET: 'known to the edge alone',
      ORIGIN: 'https://auth.example.com',
    },
    ...{
      PRODUCT_NAME: 'Sallyport',
      TABLE_NAME: 'T',
      SECURITY_SETTINGS: '{}',
      APP: 'Sallyport',
      ROUTES: '{}',
      BUS_NAME: 'B',
    },
    ...{ TOTP_KEY_ARN: 'arn:x', RECOVERY_KEY_ARN: 'arn:x', AWS_REGION: 'us-east-1' },
    // A function that called AWS first would not get an answer here.
    ...{ AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' },
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

describe('if only the edge is let in', () => {
  it.each(stems)('%s refuses any request that comes another way, before anything else', async (stem) => {
    const { handler } = await import(path.join(root, 'functions', `${stem}.ts`));
    const others: Record<string, string>[] = [
      {},
      { 'x-origin-secret': 'guessed' },
      { 'x-origin-secret': '' },
      { 'x-viewer-address': '192.0.2.7', authorization: 'Bearer x' },
    ];
    for (const headers of others) {
      const { statusCode, json } = await send(handler, { headers });
      expect([statusCode, json.code]).toEqual([403, 'origin_rejected']);
    }
  });

  it('accepts requests that come through the edge', async () => {
    const { handler } = await import(path.join(root, 'functions/service/get-health.ts'));
    const headers = { 'x-origin-secret': 'known to the edge alone' };
    expect((await send(handler, { method: 'GET', headers })).statusCode).toBe(200);
    expect((await send(handler, { method: 'GET' })).statusCode).toBe(403);
  });

  it('no function that a request starts is missing here', () => {
    const files = globSync('**/*.ts', { cwd: path.join(root, 'functions') }).map((file) => file.replace('.ts', ''));
    expect(files.filter((file) => !file.startsWith('events/')).sort()).toEqual([...stems].sort());
  });
});
