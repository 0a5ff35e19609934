import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { post } from '../../kit/product.ts';

it('a wrong password is counted in the log line of its request, as CloudWatch reads it', async () => {
  const email = `${randomUUID()}@acme.example`;
  const answer = await post('/v1/sign-in', { email, password: 'not the password of anyone' });
  const requestId = answer.headers.get('x-request-id') ?? '';
  const lineOf = (): string | undefined =>
    readFileSync(path.join(inject('logs'), 'functions.log'), 'utf8')
      .split('\n')
      .find((line) => line.includes(requestId));
  await expect.poll(lineOf).toBeDefined();
  expect(JSON.parse(lineOf() ?? '')).toMatchObject({
    ...{ operation: 'signIn', outcome: 'credentials_invalid', PasswordRefused: 1 },
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        { Namespace: 'Sallyport', Dimensions: [[]], Metrics: [{ Name: 'PasswordRefused', Unit: 'Count' }] },
      ],
    },
  });
});
