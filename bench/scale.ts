import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { startCloud } from '../local/cloud.ts';
import { synthesize } from '../local/synthesize.ts';
import { credentialKey, userKey, usersByTwoFactor } from '../shared/store/keys.ts';
import { anySource, newOrganization, PASSWORD } from './people.ts';
import { quartiles } from './rank-test.ts';

/*
 * Does anything cost more because there are more users? The same requests at each size, all users in one organization:
 * the worst case for lists. Units are what DynamoDB Local says (it counts transactions about double).
 */

const { values } = parseArgs({ options: { most: { type: 'string', default: '100000' } } });
const MOST = Number(values.most);
const SIZES = [10, 1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= MOST);
const ROUNDS = 15;
const BATCH = 25;
const AT_ONCE = 12;

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-scale-'));
const assembly = path.join(dataDirectory, 'cdk.out');
await synthesize(assembly, { origin: 'http://localhost:3000' });
const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
Object.assign(process.env, cloud.adminEnvironment);
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = cloud.adminEnvironment.TABLE_NAME ?? '';

const send = async (method: string, route: string, token?: string, body?: object) => {
  const startedAt = performance.now();
  const answer = await fetch(cloud.url + route, {
    method,
    headers: {
      'x-local-source-ip': anySource(),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  const milliseconds = performance.now() - startedAt;
  if (!answer.ok) throw new Error(`${route}: ${answer.status} ${JSON.stringify(json)}`);
  return { json, milliseconds, requestId: answer.headers.get('x-request-id') ?? '' };
};
const unitsOf = async (requestId: string): Promise<number> => {
  const answer = await fetch(`${cloud.controlUrl}/calls?requestId=${requestId}`);
  const { calls } = (await answer.json()) as { calls: { capacity: number }[] };
  return calls.reduce((sum, { capacity }) => sum + capacity, 0);
};

/** Users as the table has them, written past the product: nobody waits for a hundred thousand hashes. */
const itemsOf = (organizationId: string, index: number) => {
  const id = ulid().toLowerCase();
  const email = `u${String(index).padStart(7, '0')}@scale.example`;
  const user = {
    ...{ id, organizationId, email, name: 'Test Person', permissions: [], status: 'active' },
    ...{ authVersion: 1, passwordVersion: 0, lastSignIn: null, sessions: {}, createdAt: Date.now() },
  };
  const gsi = { gsi1pk: usersByTwoFactor(organizationId, 'disabled'), gsi1sk: email };
  return [
    { ...userKey(id), ...user, ...gsi },
    {
      ...credentialKey(email),
      email,
      userId: id,
      organizationId,
      passwordVersion: 0,
      salt: randomBytes(8).toString('hex'),
    },
  ];
};
const load = async (organizationId: string, from: number, to: number): Promise<void> => {
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const begin = next;
      next = Math.min(to, begin + Math.floor(BATCH / 2));
      const items = Array.from({ length: next - begin }, (_, offset) => itemsOf(organizationId, begin + offset)).flat();
      const requests = items.map((Item) => ({ PutRequest: { Item } }));
      await table.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

type Measured = { size: number; name: string; units: number; low: number; median: number; high: number };
const results: Measured[] = [];

try {
  const { organization, add } = await newOrganization(cloud.url);
  const admin = await add('admin', true);
  const person = await add('person');
  const signIn = (email: string) => send('POST', '/v1/sign-in', undefined, { email, password: PASSWORD });
  const tokenOf = async (email: string): Promise<string> =>
    ((await signIn(email)).json.session as { token: string }).token;
  const { user } = (await signIn(person)).json as { user: { id: string } };

  let loaded = 0;
  for (const size of SIZES) {
    const startedAt = performance.now();
    await load(organization, loaded, size);
    console.log(`${size} users after ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
    loaded = size;
    const boss = await tokenOf(admin);
    const emailOf = (index: number): string => `u${String(index).padStart(7, '0')}@scale.example`;
    const after = (index: number): string => Buffer.from(emailOf(index)).toString('base64url');
    const middle = Math.floor(size / 2);
    const requests: [string, () => ReturnType<typeof send>][] = [
      ['sign in', () => signIn(person)],
      ['list, first page', () => send('GET', '/v1/users', boss)],
      ['list, page in the middle', () => send('GET', `/v1/users?cursor=${after(middle)}`, boss)],
      ['list, last page', () => send('GET', `/v1/users?cursor=${after(size - 2)}`, boss)],
      ['list, by prefix', () => send('GET', `/v1/users?email=${emailOf(middle).slice(0, 8)}`, boss)],
      ['list, 2FA off', () => send('GET', '/v1/users?twoFactor=disabled', boss)],
      ['list, 2FA on', () => send('GET', '/v1/users?twoFactor=enabled', boss)],
      ['adoption', () => send('GET', '/v1/users/two-factor-adoption', boss)],
      ['user page', () => send('GET', `/v1/users/${user.id}`, boss)],
    ];
    const times = new Map<string, number[]>();
    const units = new Map<string, number>();
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, ask] of requests) {
        const { milliseconds, requestId } = await ask();
        if (round === 0) continue;
        times.set(name, [...(times.get(name) ?? []), milliseconds]);
        units.set(name, await unitsOf(requestId));
      }
    }
    for (const [name] of requests) {
      results.push({ size, name, units: units.get(name) ?? 0, ...quartiles(times.get(name) ?? []) });
    }
  }
  console.log(`\nNode ${process.version}, ${cpus()[0]?.model} × ${cpus().length}, ${ROUNDS} rounds`);
  console.log(`| request | ${SIZES.map((size) => `${size} users`).join(' | ')} |`);
  console.log(`|---|${SIZES.map(() => '---|').join('')}`);
  for (const name of new Set(results.map((result) => result.name))) {
    const cells = results
      .filter((result) => result.name === name)
      .map(
        ({ units, median, low, high }) =>
          `${units} units, ${median.toFixed(1)} ms (${low.toFixed(1)}–${high.toFixed(1)})`,
      );
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
} finally {
  await cloud.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
