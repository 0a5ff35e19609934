import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateSync } from 'otplib/functional';
import { startCloud } from '../local/cloud.ts';
import { synthesize } from '../local/synthesize.ts';
import { anySource, newOrganization, PASSWORD } from './people.ts';
import { plot } from './plot.ts';

/*
 * The whole mix at the machine's limit for a while: does anything fail but for the stage's own throttle, does memory grow,
 * and does the table say what the clients were told?
 */

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '3' }, report: { type: 'string' } },
});
const MINUTES = Number(values.minutes);
const CLIENTS = 12;

type Person = { email: string; token: string; signIns: number; secret?: string; lastStep: number };
type Answer = { status: number; json: unknown };

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'sallyport-soak-'));
const assembly = path.join(dataDirectory, 'cdk.out');
await synthesize(assembly, { origin: 'http://localhost:3000' });
const cloud = await startCloud({ assembly, dataDirectory, port: 0, controlPort: 0 });
Object.assign(process.env, cloud.adminEnvironment);

const statuses = new Map<string, number>();
let requests = 0;

const send = async (method: string, route: string, token?: string, body?: object): Promise<Answer> => {
  const answer = await fetch(cloud.url + route, {
    method,
    headers: {
      'x-local-source-ip': anySource(),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  requests += 1;
  const name = `${answer.status}`;
  statuses.set(name, (statuses.get(name) ?? 0) + 1);
  return { status: answer.status, json: text === '' ? {} : JSON.parse(text) };
};

const sessionOf = ({ json }: Answer): string => (json as { session?: { token: string } }).session?.token ?? '';

/** A step of the app that was not used yet, or null until there is one. */
const nextCode = (person: Person): string | null => {
  const step = Math.floor(Date.now() / 30_000) + 1;
  if (!person.secret || step <= person.lastStep) return null;
  person.lastStep = step;
  return generateSync({ secret: person.secret, epoch: step * 30, period: 30, digits: 6, algorithm: 'sha1' });
};

const signIn = async (person: Person): Promise<void> => {
  const first = await send('POST', '/v1/sign-in', undefined, { email: person.email, password: PASSWORD });
  if (first.status !== 200) return;
  if (sessionOf(first)) {
    person.signIns += 1;
    person.token = sessionOf(first);
    return;
  }
  const code = nextCode(person);
  const challengeToken = (first.json as { challenge?: { token: string } }).challenge?.token;
  if (code === null) return;
  const second = await send('POST', '/v1/sign-in/totp', undefined, { challengeToken, code });
  if (second.status !== 200) return;
  person.signIns += 1;
  person.token = sessionOf(second);
};

const enable = async (person: Person): Promise<void> => {
  const begun = await send('POST', '/v1/me/two-factor/setup', person.token);
  if (begun.status !== 201) return;
  const { setupId, secret } = begun.json as { setupId: string; secret: string };
  const step = Math.floor(Date.now() / 30_000);
  const code = generateSync({ secret, epoch: step * 30, period: 30, digits: 6, algorithm: 'sha1' });
  const done = await send('POST', '/v1/me/two-factor/setup/confirm', person.token, { setupId, code });
  if (done.status === 200) Object.assign(person, { secret, lastStep: step });
};

const settings = async (person: Person): Promise<void> => {
  if (!person.secret) return enable(person);
  if (randomInt(4) > 0) return void (await send('POST', '/v1/me/two-factor/recovery-codes', person.token));
  const { status } = await send('DELETE', '/v1/me/two-factor', person.token);
  if (status === 204) delete person.secret;
};

/** What a product sees: mostly reads of sessions, some sign-ins, few changes. */
const act = (person: Person): Promise<unknown> => {
  const dice = randomInt(100);
  if (dice < 90) return send('GET', dice < 80 ? '/v1/me' : '/v1/me/sign-ins', person.token);
  return dice < 98 ? signIn(person) : settings(person);
};

const memory: [seconds: number, mib: number][] = [];
const handles: [seconds: number, count: number][] = [];
try {
  const { add } = await newOrganization(cloud.url);
  const people: Person[] = [];
  for (let count = 0; count < CLIENTS; count += 1) {
    const person = { email: await add(`soak-${count}`), token: '', signIns: 0, lastStep: 0 };
    await signIn(person);
    people.push(person);
  }
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  const sample = (): void => {
    memory.push([seconds(), process.memoryUsage().rss / 2 ** 20]);
    handles.push([seconds(), process.getActiveResourcesInfo().length]);
  };
  sample();
  const sampling = setInterval(sample, 1_000);
  const before = requests;
  await Promise.all(
    people.map(async (person) => {
      while (seconds() < MINUTES * 60) await act(person);
    }),
  );
  clearInterval(sampling);
  sample();
  const lasted = seconds();
  const made = requests - before;

  const wrong: string[] = [];
  for (const person of people) {
    let recorded = 0;
    let cursor = '';
    do {
      const page = await send('GET', `/v1/me/sign-ins?limit=100${cursor}`, person.token);
      const { signIns = [], nextCursor } = page.json as { signIns?: unknown[]; nextCursor?: string };
      recorded += signIns.length;
      cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : '';
    } while (cursor !== '');
    if (recorded !== person.signIns) wrong.push(`${person.email}: ${recorded} records, ${person.signIns} answers`);
  }
  const signIns = people.reduce((sum, person) => sum + person.signIns, 0);
  const kinds = [...statuses].sort().map(([status, count]) => `${count} × ${status}`);
  const half = memory.slice(Math.floor(memory.length / 2));
  const lines = [
    `${made} requests in ${lasted.toFixed(0)} s by ${CLIENTS} clients: ${(made / lasted).toFixed(0)} a second.`,
    `Answers: ${kinds.join(', ')}.`,
    `Sign-ins: ${signIns} answered with a session; records that differ: ${wrong.length === 0 ? 'none' : wrong.join(', ')}.`,
    `Memory: ${memory[0]?.[1].toFixed(0)} MiB at the start, ${half[0]?.[1].toFixed(0)} half-way, ${memory.at(-1)?.[1].toFixed(0)} at the end; open handles ${handles[0]?.[1]} and ${handles.at(-1)?.[1]}.`,
  ];
  console.log(lines.join('\n'));
  if (values.report !== undefined) {
    writeFileSync(`${values.report}.svg`, plot('Resident memory of the local cloud, MiB', memory));
    const machine = `Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}`;
    const text = lines.map((line) => `- ${line}`).join('\n');
    writeFileSync(
      `${values.report}.md`,
      `# The whole mix for a while\n\nWritten by \`npm run soak\` (${machine}): 90 % reads of a session, 8 % sign-ins, 2 % settings, each client as fast as it is\nanswered. Gateway, functions, key server and clients share one process; DynamoDB Local is another.\n\n${text}\n\n![Memory over time](${path.basename(values.report)}.svg)\n`,
    );
  }
  const failed = [...statuses].some(([status]) => Number(status) >= 500) || wrong.length > 0;
  process.exitCode = failed ? 1 : 0;
} finally {
  await cloud.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
