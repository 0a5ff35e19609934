import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* The SDK's own clients, asking a server that answers as each service would. */

type Reply = { status?: number; type?: string; body: string | object };
const SETTINGS = { stackName: 'Sallyport', productName: 'Sallyport', region: 'eu-central-1' };
const MAIL = { from: 'no-reply@mail.acme.example' };

/** What the account is like; a test changes it. */
const healthy = () => ({
  account: '111122223333',
  isBootstrapped: true,
  concurrency: 1_000,
  ses: { ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: 'HEALTHY' } as object,
  identities: { 'acme.example': true } as Record<string, boolean>,
  table: { StreamSpecification: { StreamEnabled: true }, DeletionProtectionEnabled: true } as object,
  recovery: 'ENABLED',
  ttl: 'ENABLED',
});
let world = healthy();

const missing = (name: string): Reply => ({ status: 400, body: { __type: name, message: 'none' } });
const byTarget: Record<string, () => Reply> = {
  'AmazonSSM.GetParameter': () =>
    world.isBootstrapped ? { body: { Parameter: { Value: '30' } } } : missing('ParameterNotFound'),
  'DynamoDB_20120810.DescribeTable': () => ({ body: { Table: world.table } }),
  'DynamoDB_20120810.DescribeContinuousBackups': () => ({
    body: {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: world.recovery },
      },
    },
  }),
  'DynamoDB_20120810.DescribeTimeToLive': () => ({
    body: { TimeToLiveDescription: { TimeToLiveStatus: world.ttl } },
  }),
};
const identity = (name: string): Reply => {
  const isVerified = world.identities[name];
  if (isVerified !== undefined) return { body: { VerifiedForSendingStatus: isVerified } };
  return { status: 404, body: { __type: 'NotFoundException', message: 'none' } };
};
const answer = (target: string, url: string): Reply => {
  const asked = byTarget[target];
  if (asked) return asked();
  if (url.includes('/account-settings')) return { body: { AccountLimit: { ConcurrentExecutions: world.concurrency } } };
  if (url === '/v2/email/account') return { body: world.ses };
  if (url.startsWith('/v2/email/identities/')) return identity(decodeURIComponent(url.split('/').at(-1) ?? ''));
  const caller = `<Account>${world.account}</Account><Arn>arn:aws:iam::${world.account}:user/ops</Arn>`;
  const result = `<GetCallerIdentityResult>${caller}</GetCallerIdentityResult>`;
  return { type: 'text/xml', body: `<GetCallerIdentityResponse>${result}</GetCallerIdentityResponse>` };
};

let server: Server;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sallyport-doctor-'));
  server = createServer((request, response) => {
    const {
      status = 200,
      type = 'application/json',
      body,
    } = answer(String(request.headers['x-amz-target'] ?? ''), request.url ?? '');
    const name = typeof body === 'object' ? (body as { __type?: string }).__type : undefined;
    response.writeHead(status, { 'content-type': type, ...(name && { 'x-amzn-errortype': name }) });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const doctor = async (settings: object, change: Partial<ReturnType<typeof healthy>> = {}, ...more: string[]) => {
  world = { ...healthy(), ...change };
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  const env = {
    ...process.env,
    ...{ AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, AWS_MAX_ATTEMPTS: '1' },
    ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'eu-central-1' },
  };
  const run = promisify(execFile)(process.execPath, ['tools/doctor/main.ts', '-c', `settings=${file}`, ...more], {
    env,
  });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  );
};

describe('the doctor', () => {
  it('finds nothing about an account that is ready, and about a table that is whole', async () => {
    const { code, said } = await doctor({ ...SETTINGS, mail: MAIL }, {}, '--table', 'T');
    expect(said).not.toMatch(/[✗!]/);
    expect(said.match(/✓/g)).toHaveLength(10);
    expect(said).toContain('by the identity acme.example');
    expect(code).toBe(0);
  });

  it.each([
    ['no region', { region: undefined }, {}, '✗ region: none is named'],
    ['another account', { account: '999999999999' }, {}, '✗ account: these credentials are for 111122223333'],
    ['no bootstrap', {}, { isBootstrapped: false }, '✗ bootstrap: the CDK has nothing in eu-central-1'],
    ['an identity that is not verified', {}, { identities: { 'mail.acme.example': false } }, 'is not verified yet'],
    ['no identity at all', {}, { identities: {} }, '✗ the sender: SES knows neither'],
    ['a paused account of SES', {}, { ses: { SendingEnabled: false } }, '✗ SES: it sends nothing'],
    ['a firewall that guards nothing', { firewall: {} }, {}, '✗ firewall: it would guard nothing'],
    ['an unknown setting', { mailfrom: 'x' }, {}, 'there is no such setting'],
  ])('fails for %s', async (_, settings, change, expected) => {
    const { code, said } = await doctor({ ...SETTINGS, mail: MAIL, ...settings }, change);
    expect(said).toContain(expected);
    expect(code).toBe(1);
  });

  it.each([
    ['little room for functions', { mail: MAIL }, { concurrency: 10 }, '! room for functions: 10 at once'],
    ['the sandbox', { mail: MAIL }, { ses: { SendingEnabled: true } }, '! SES: sandbox'],
    ['probation', { mail: MAIL }, { ses: { EnforcementStatus: 'PROBATION' } }, '! SES: too many mails'],
    ['no mail', {}, {}, '! mail: none is sent'],
  ])('only warns of %s', async (_, settings, change, expected) => {
    const { code, said } = await doctor({ ...SETTINGS, ...settings }, change);
    expect(said).toContain(expected);
    expect(code).toBe(0);
  });

  it('sees what a restored table lacks', async () => {
    const change = { table: {}, recovery: 'DISABLED', ttl: 'DISABLED' };
    const { said } = await doctor(SETTINGS, change, '--table', 'T');
    expect(said).toContain('✗ the table: it has no stream');
    expect(said).toContain('✗ its backups: there are none');
    expect(said).toContain('! its cleaning up: expired items stay');
    const unprotected = { table: { StreamSpecification: { StreamEnabled: true } } };
    expect((await doctor(SETTINGS, unprotected, '--table', 'T')).said).toContain('! the table: it can be deleted');
  });

  it('goes on where AWS gives no answer that makes sense', async () => {
    const { said, code } = await doctor({ ...SETTINGS, mail: MAIL }, { ses: 'broken' as never }, '--table', 'T');
    expect(said).toContain('✗ SES: AWS does not say');
    expect(said).toContain('✓ the sender');
    expect(said).toContain('✓ the table');
    expect(code).toBe(1);
  });
});
