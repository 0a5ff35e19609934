import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withCloud } from '../kit/bench-cloud.ts';
import { type Answer, type Client, clientOf, totpAt } from '../kit/client.ts';
import { newOrganization, PASSWORD } from '../kit/people.ts';
import { report, table } from '../kit/report.ts';
import { quartiles } from '../kit/statistics.ts';
import { emailOf, load } from './load.ts';

/*
 * Does anything cost more because there are more users? The same requests are made at each size. Nine of ten users are
 * in one organization, the worst case for lists; the others are in organizations of ten.
 */

const { values } = parseArgs({
  options: { most: { type: 'string', default: '100000' }, write: { type: 'boolean' } },
});
const SIZES = [10, 1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.most));
const ROUNDS = 15;
const SMALL = 10;

type Request = [name: string, ask: () => Promise<Answer>];
type Measured = { size: number; name: string; units: number; low: number; median: number; high: number };

const unitsOf = async (client: Client, { requestId }: Answer): Promise<number> => {
  const calls = await client.callsOf(requestId);
  return calls.reduce((sum, { readUnits, writeUnits }) => sum + readUnits + writeUnits, 0);
};

/** Each request in turn: one round to warm up, then the rounds that count. */
const measure = async (client: Client, size: number, requests: Request[]): Promise<Measured[]> => {
  const times = new Map<string, number[]>();
  const units = new Map<string, number>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, ask] of requests) {
      const answer = await ask();
      if (round === 0) continue;
      times.set(name, [...(times.get(name) ?? []), answer.milliseconds]);
      units.set(name, await unitsOf(client, answer));
    }
  }
  return requests.map(([name]) => ({ size, name, units: units.get(name) ?? 0, ...quartiles(times.get(name) ?? []) }));
};

const MANY = 500;
const AT_A_TIME = 50;

/** What the page does for a selection of so many: requests of 50, one after the other. */
const remindMany = async ({ send }: Client, organization: string, token: string): Promise<string> => {
  const ids: string[] = [];
  let cursor = '';
  while (ids.length < MANY) {
    const query = `limit=100&search=u&twoFactor=disabled${cursor && `&cursor=${cursor}`}`;
    const page = (await send('GET', `/v1/users?${query}`, token)).json as {
      users: { id: string; email: string }[];
      nextCursor?: string;
    };
    ids.push(...page.users.filter(({ email }) => email.endsWith(`@${organization}.example`)).map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  const chosen = ids.slice(0, MANY);
  const startedAt = performance.now();
  let reminded = 0;
  for (let start = 0; start < chosen.length; start += AT_A_TIME) {
    const userIds = chosen.slice(start, start + AT_A_TIME);
    const answer = await send('POST', '/v1/users/two-factor-reminders', token, { userIds });
    reminded += (answer.json as { reminded: string[] }).reminded.length;
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  return `A reminder to ${chosen.length} users, ${AT_A_TIME} per request: ${reminded} reminded in ${seconds} s.`;
};

type Entered = { session: { token: string }; challenge: { token: string }; user: { id: string } };

await withCloud(async (cloud) => {
  const client = clientOf(cloud);
  const { send } = client;
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const tableName = cloud.adminEnvironment.TABLE_NAME ?? '';
  const large = await newOrganization(client);
  const small = await newOrganization(client);
  const [admin, smallAdmin] = [await large.add('admin', true), await small.add('admin', true)];
  const [person, enrolled] = [await large.add('person'), await large.add('enrolled')];
  const signIn = (email: string) => send('POST', '/v1/sign-in', undefined, { email, password: PASSWORD });
  const enter = async (email: string): Promise<Entered> => (await signIn(email)).json;
  const { user } = await enter(person);

  const { token } = (await enter(enrolled)).session;
  const { setupId, secret } = (await send('POST', '/v1/me/two-factor/setup', token)).json as Record<string, string>;
  const code = totpAt(secret ?? '', Date.now());
  await send('POST', '/v1/me/two-factor/setup/confirm', token, { setupId, code });
  /** An unused code: the functions' clock moves on to its time step. */
  const answerChallenge = async (): Promise<Answer> => {
    const now = Date.now() + (await client.advance(30));
    const challengeToken = (await enter(enrolled)).challenge.token;
    return send('POST', '/v1/sign-in/totp', undefined, { challengeToken, code: totpAt(secret ?? '', now) });
  };

  const organizationOf = (index: number): string => {
    if (index < SMALL) return small.organization;
    return index % 10 === 0 ? `small-${Math.floor(index / 100)}` : large.organization;
  };
  const results: Measured[] = [];
  let loaded = 0;
  for (const size of SIZES) {
    const startedAt = performance.now();
    // The first ten belong to the small organization.
    await load(documents, tableName, { from: loaded, to: size + SMALL, organizationOf });
    console.log(`${size} users after ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
    loaded = size + SMALL;
    const boss = (await enter(admin)).session.token;
    const smallBoss = (await enter(smallAdmin)).session.token;
    const at = (index: number): string => emailOf(large.organization, index);
    const after = (index: number): string => Buffer.from(at(index)).toString('base64url');
    const middle = Math.floor((size + SMALL) / 2);
    const prefix = encodeURIComponent(at(middle).slice(0, 7));
    const list = (query: string, by = boss) => send('GET', `/v1/users?limit=10${query}`, by);
    results.push(
      ...(await measure(client, size, [
        ['sign in, 2FA off', () => signIn(person)],
        ['sign in, 2FA on: the code', answerChallenge],
        ['list, first page', () => list('')],
        ['list, page in the middle', () => list(`&cursor=${after(middle)}`)],
        ['list, last page', () => list(`&cursor=${after(size - 2)}`)],
        ['list, by prefix', () => list(`&email=${prefix}`)],
        ['search that finds one', () => list(`&search=${at(middle).slice(0, 8)}`)],
        ['search that finds all', () => list('&search=person')],
        ['list, by name', () => list('&sort=name')],
        ['list, never signed in', () => list('&state=never_signed_in')],
        ['list, 2FA off', () => list('&twoFactor=disabled')],
        ['list, 2FA on', () => list('&twoFactor=enabled')],
        ['list of the small organization', () => list('', smallBoss)],
        ['adoption', () => send('GET', '/v1/users/two-factor-adoption', boss)],
        ['user page', () => send('GET', `/v1/users/${user.id}`, boss)],
      ])),
    );
  }
  const reminded = await remindMany(client, large.organization, (await enter(admin)).session.token);
  const names = [...new Set(results.map(({ name }) => name))];
  const rows = names.map((name) => [
    name,
    ...results
      .filter((result) => result.name === name)
      .map(
        ({ units, median, low, high }) =>
          `${units} units, ${median.toFixed(1)} ms (${low.toFixed(1)} to ${high.toFixed(1)})`,
      ),
  ]);
  const head = ['request', ...SIZES.map((size) => `${size.toLocaleString('en')} users`)];
  report('scale', `${table(head, rows)}\n\n${ROUNDS} rounds at each size; middle half in brackets. ${reminded}`);
});
