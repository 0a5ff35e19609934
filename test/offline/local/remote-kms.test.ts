import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remoteKms } from '../../../local/aws/elsewhere/remote-kms.ts';
import { createKms } from '../../../local/aws/kms.ts';

/* Another key server: here the local one, behind HTTP, with names of its own for its keys. */

const OWN = ['arn:aws:kms:eu-central-1:1:key/totp', 'arn:aws:kms:eu-central-1:1:key/recovery'];
const theirs = (count: number): string => `arn:aws:kms:elsewhere:2:key/${count}`;
let server: Server;
let folder: string;
let created = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sallyport-kms-'));
  const kms = createKms(folder, [theirs(1), theirs(2)]);
  server = createServer(async (request, response) => {
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const body = await text(request);
    const isNew = action === 'CreateKey';
    if (isNew) created += 1;
    const answer = isNew
      ? { status: 200, body: { KeyMetadata: { KeyId: String(created), Arn: theirs(created) } } }
      : await kms.handle(action, body);
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});
const connect = () => remoteKms(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, folder, OWN);

describe('another key server', () => {
  it('seals and opens under its own keys, which stay the same from one start to the next', async () => {
    const EncryptionContext = { app: 'Sallyport' };
    const Plaintext = Buffer.from('a secret').toString('base64');
    const first = await connect();
    const sealed = await first.handle('Encrypt', JSON.stringify({ KeyId: OWN[1], Plaintext, EncryptionContext }));
    expect(sealed).toMatchObject({ status: 200, body: { KeyId: OWN[1] } });
    const again = await connect();
    expect(created).toBe(2);
    const { CiphertextBlob } = sealed.body;
    const opened = await again.handle('Decrypt', JSON.stringify({ KeyId: OWN[1], CiphertextBlob, EncryptionContext }));
    expect(opened.body).toMatchObject({ Plaintext, KeyId: OWN[1] });
    const wrong = JSON.stringify({ KeyId: OWN[0], CiphertextBlob, EncryptionContext });
    expect(await again.handle('Decrypt', wrong)).toMatchObject({ status: 400 });
    const elsewhere = JSON.stringify({ KeyId: OWN[1], CiphertextBlob, EncryptionContext: { app: 'Other' } });
    expect(await again.handle('Decrypt', elsewhere)).toMatchObject({ status: 400 });
  });
});
