import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, inject, it } from 'vitest';
import { call, callsOf, enroll, get, newOrganization, post, runAdmin, sessionOf, signIn } from '../../kit/product.ts';

const { controlUrl } = inject('accounts');
const control = (method: string, route: string, body?: string) =>
  fetch(controlUrl + route, { method, ...(body !== undefined && { body }) });

describe('the seeded accounts', () => {
  it('can sign in with the passwords in accounts.json', async () => {
    const { accounts } = inject('accounts');
    expect(accounts.map(({ email, organization, permissions }) => [email, organization, permissions])).toEqual([
      ['admin@acme.example', 'Acme Telecom', ['users:manage']],
      ['user@acme.example', 'Acme Telecom', []],
      ['admin@globex.example', 'Globex Reseller', ['users:manage']],
    ]);
    for (const { email, password } of accounts) expect((await signIn(email, password)).status).toBe(200);
  });
});

describe('the control server', () => {
  it('lists the AWS calls of a request', async () => {
    const { user } = await newOrganization();
    const calls = await callsOf(await signIn(user));
    const made = calls.map(({ function: name, service, action, outcome }) =>
      [name, service, action, outcome].join(' '),
    );
    expect(made.sort()).toEqual([
      'signIn dynamodb BatchGetItem ok',
      'signIn dynamodb DeleteItem ok',
      'signIn dynamodb GetItem ok',
      'signIn dynamodb PutItem ok',
      'signIn dynamodb TransactWriteItems ok',
      'signIn dynamodb UpdateItem ok',
      'signIn dynamodb UpdateItem ok',
      'signIn dynamodb UpdateItem ok',
    ]);
    expect(calls.every(({ durationMs }) => durationMs >= 0)).toBe(true);
  });

  it.each(['', '{}', '{"advanceSeconds":"1"}', '{"advanceSeconds":null}', '{"advanceSeconds":1e99}'])(
    'refuses the clock %j',
    async (body) => {
      expect((await control('POST', '/clock', body)).status).toBe(400);
    },
  );

  const port = new URL(controlUrl).port;
  /** Sent as a browser would; `fetch` sets Host and Origin by itself. */
  const statusWith = (headers: Record<string, string>, method = 'GET', route = '/mail'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asked = request(controlUrl + route, { method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end(method === 'POST' ? '{"advanceSeconds":900}' : undefined);
    });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST', 'localhost:1', '[::1]:1'])(
    'answers to the name %s',
    async (host) => {
      expect(await statusWith({ host })).toBe(200);
    },
  );

  it.each(['evil.example', `evil.example:${port}`, 'localhost.evil.example', 'evil.example:80@localhost', '[::2]'])(
    'does not answer under another name, which DNS may point here: %j',
    async (host) => {
      expect(await statusWith({ host })).toBe(403);
    },
  );

  it.each(['https://evil.example', 'null', controlUrl, 'http://localhost:3000'])(
    'does nothing for a page of %s',
    async (origin) => {
      expect(await statusWith({ origin })).toBe(403);
      const offset = async () => (await (await control('POST', '/clock', '{"advanceSeconds":0}')).json()) as object;
      const before = await offset();
      expect(await statusWith({ origin, 'content-type': 'text/plain' }, 'POST', '/clock')).toBe(403);
      expect(await offset()).toEqual(before);
    },
  );

  it('supports nothing else', async () => {
    expect((await control('GET', '/')).status).toBe(404);
  });
});

describe('the administrator’s command line', () => {
  it('explains itself', async () => {
    const { code, stdout } = await runAdmin('--help');
    expect(code).toBe(0);
    for (const command of ['create-organization', 'create-user', 'reset-two-factor']) expect(stdout).toContain(command);
  });

  it('prints an invitation link, never a password', async () => {
    const { organizationId } = await newOrganization();
    const made = await runAdmin(
      'create-user',
      '--organization',
      organizationId,
      '--email',
      `cli@${organizationId}.example`,
      '--name',
      'Cli',
    );
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/invitation: http:\/\/localhost:3000\/set-password#spi_/);
    expect(made.stdout).not.toMatch(/password:/i);
  });

  it.each([
    [
      ['create-user', '--organization', '00000000000000000000000000', '--email', 'a@b.example', '--name', 'A'],
      'no such organization',
    ],
    [['create-user', '--organization', 'x', '--email', 'a@b.example', '--name', 'A'], '--organization is not valid'],
    [['create-organization', '--name', ' '], '--name is not valid'],
    [['reset-two-factor', '--email', 'nobody@x.example', '--reason', 'lost'], 'Not found'],
    [['reset-two-factor', '--email', 'user@acme.example', '--reason', 'lost'], 'not enabled'],
    [['create-organization'], 'required option'],
    [['create-organization', '--name', 'X', '--id', 'x'], '--id is not valid'],
    [['--local', 'create-organization', '--name', 'X'], '.local/admin.env is not there'],
  ])('says in one line what is wrong with %j', async (parameters, reason) => {
    const { code, stderr } = await runAdmin(...parameters);
    expect(code).not.toBe(0);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
  });

  it('sends a new invitation to someone who lost the link or the password; the second factor stays on', async () => {
    const { user } = await newOrganization();
    await enroll(await sessionOf(user));
    const again = await runAdmin('--json', 'invite-again', '--email', user);
    const { invitation } = JSON.parse(again.stdout) as { invitation: string };
    const newPassword = 'another horse battery staple';
    const set = await post('/v1/password/set', { token: new URL(invitation).hash.slice(1), newPassword });
    expect(set.status).toBe(200);
    expect((await signIn(user)).status).toBe(401);
    expect((await signIn(user, newPassword)).json).toMatchObject({ status: 'two_factor_required' });
  });

  it('removes a lost second factor', async () => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    expect((await runAdmin('reset-two-factor', '--email', user, '--reason', 'phone lost')).code).toBe(0);
    expect((await get('/v1/me', token)).status).toBe(401);
    expect((await signIn(user)).json).toMatchObject({ status: 'signed_in' });
  });
});

describe('the key stand-in', () => {
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_REGION: region = '' } = inject('aws');
  const kms = new KMSClient({ endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const keys = JSON.parse(readFileSync(path.join(inject('logs'), '..', 'kms-keys.json'), 'utf8')) as Record<
    string,
    string
  >;
  const [KeyId = '', otherKey = ''] = Object.keys(keys);
  const EncryptionContext = { purpose: 'totp-secret', userId: 'a' };
  const sealed = async () =>
    (await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('secret'), EncryptionContext }))).CiphertextBlob;

  it('opens under the context that it sealed with', async () => {
    const { Plaintext } = await kms.send(
      new DecryptCommand({
        CiphertextBlob: await sealed(),
        EncryptionContext: { userId: 'a', purpose: 'totp-secret' },
      }),
    );
    expect(Buffer.from(Plaintext ?? []).toString()).toBe('secret');
  });

  it('does not open for another user, with another key, or after a change (rule 8)', async () => {
    const CiphertextBlob = await sealed();
    const open = (input: object) => kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext, ...input }));
    await expect(open({ EncryptionContext: { ...EncryptionContext, userId: 'b' } })).rejects.toThrow(
      'InvalidCiphertext',
    );
    await expect(open({ EncryptionContext: undefined })).rejects.toThrow('InvalidCiphertext');
    await expect(open({ KeyId: otherKey })).rejects.toThrow('IncorrectKey');
    const changed = Buffer.from(CiphertextBlob ?? []);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    await expect(open({ CiphertextBlob: changed })).rejects.toThrow('InvalidCiphertext');
    await expect(open({ CiphertextBlob: Buffer.from('x') })).rejects.toThrow('InvalidCiphertext');
  });
});

describe('service operations', () => {
  it('answer without a session', async () => {
    expect((await get('/v1/health')).json).toEqual({ status: 'ok' });
    expect((await get('/v1/openapi.json')).json).toMatchObject({ openapi: '3.1.1' });
    expect((await post('/v1/health')).status).toBe(405);
  });

  it('answer monitors: HEAD, and any parameter added to get past caches', async () => {
    expect((await get('/v1/health?x=1')).json).toEqual({ status: 'ok' });
    const [head, got] = [await call('HEAD', '/v1/health'), await get('/v1/health')];
    expect([head.status, head.body]).toEqual([200, '']);
    const ofConnection = ['date', 'x-request-id', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];
    const kept = (headers: Headers) => [...headers].filter(([name]) => !ofConnection.includes(name));
    expect(kept(head.headers)).toEqual(kept(got.headers));
  });
});
