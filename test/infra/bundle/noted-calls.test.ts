import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../../infra/bundle/build.ts';
import type { ErrorFacts } from '../../../shared/entry/error-facts.ts';

/* What a log says about a failed AWS call, from a bundle as deployed: minified. */

const shared = path.resolve(import.meta.dirname, '../../../shared');
const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-noted-calls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes one call to each service; all of them fail. */
const source = `
import { busClient, documentClient, kmsClient, sesClient } from '${shared}/runtime/clients.ts';
import { eventBridgeBus } from '${shared}/adapters/event-bridge-bus.ts';
import { kmsSecretBox } from '${shared}/adapters/kms-secret-box.ts';
import { sesMailer } from '${shared}/adapters/ses-mailer.ts';
import { errorFacts } from '${shared}/entry/error-facts.ts';
import { commit } from '${shared}/store/table/commit.ts';
import { getItem } from '${shared}/store/table/table.ts';

const table = () => ({ client: documentClient(), name: 'T' });
const calls = {
  read: () => getItem(table(), { pk: 'a', sk: 'b' }),
  write: () => commit(table(), 'done', [{ Delete: { Key: { pk: 'a', sk: 'b' } } }]),
  open: () => kmsSecretBox(kmsClient(), { keyArn: 'k', app: 'a', purpose: 'totp-secret' }).open('u', new Uint8Array(1)),
  mail: () => sesMailer(sesClient(), 'a@b.example').send({ to: 'c@d.example', subject: 's', text: 't', html: 'h' }),
  publish: () => eventBridgeBus(busClient(), 'bus').publish({ type: 't', at: 0 }),
};
export const handler = (call) => calls[call]().then(() => undefined, errorFacts);
`;

let factsOf: (call: string) => Promise<ErrorFacts>;
const server = createServer((_, outgoing) => {
  outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'AWS-REQUEST-1' });
  outgoing.end(JSON.stringify({ __type: 'AccessDeniedException', message: 'secret words' }));
});
const before = { ...process.env };

beforeAll(async () => {
  mkdirSync(path.join(folder, 'source'));
  writeFileSync(path.join(folder, 'source', 'calls.ts'), source);
  const built = buildFunctions({ source: path.join(folder, 'source'), aliases: {}, output: folder });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  const { handler } = await import(path.join(built.get('calls') ?? '', 'index.mjs'));
  factsOf = handler;
});
afterAll(() => {
  process.env = before;
  server.close();
});

const calls = [
  ['read', 'DynamoDB GetItem'],
  ['write', 'DynamoDB TransactWriteItems'],
  ['open', 'KMS Decrypt'],
  ['mail', 'SESv2 SendEmail'],
  ['publish', 'EventBridge PutEvents'],
] as const;

describe('what a bundle logs about a failed AWS call', () => {
  it.each(calls)('%s: %s, with what AWS Support asks for, and never what AWS said', async (name, call) => {
    const facts = await factsOf(name);
    expect(facts).toMatchObject({
      ...{ name: expect.stringMatching(/^AccessDenied(Exception)?$/), call, awsRequestId: 'AWS-REQUEST-1' },
      ...{ fault: 'client', status: 400 },
    });
    expect(facts.at).not.toEqual([]);
    expect(JSON.stringify(facts)).not.toContain('secret');
  });

  it.each(calls)('%s: %s, if nothing is listening', async (name, call) => {
    server.closeAllConnections();
    server.close();
    expect(await factsOf(name)).toMatchObject({ code: 'ECONNREFUSED', call });
  });
});
