import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import type { Fault, FaultKind } from '../../../local/aws/faults.ts';
import { Failure } from '../../../shared/domain/errors.ts';
import { needs, runAdmin, type Seen } from '../../kit/product.ts';
import { type Flow, flows, needsAs } from './commands.ts';

/* Breaks every AWS call of every command; then the operator repeats the command. */

import { patiently } from './flow.ts';

const isFull = process.env.FAULTS === 'full';
const SAMPLE = 24;
const ALWAYS = 1_000;
const AT_ONCE = 4;

const { controlUrl } = inject('accounts');
const setFault = (fault: object) => fetch(`${controlUrl}/faults`, { method: 'POST', body: JSON.stringify(fault) });
const mend = async (client: string): Promise<number> => {
  const answer = await fetch(`${controlUrl}/faults?client=${client}`, { method: 'DELETE' });
  return ((await answer.json()) as { met: number }).met;
};
const callsOf = async (client: string): Promise<Seen[]> =>
  ((await (await fetch(`${controlUrl}/calls?requestId=${client}`)).json()) as { calls: Seen[] }).calls;
const newClient = (): string => `command-line-${randomUUID()}`;

const kinds: [FaultKind, number][] = [
  ...(['dropRequest', 'dropResponse', 'hang', 'status500', 'throttle'] as const).flatMap(
    (kind): [FaultKind, number][] => [
      [kind, 1],
      [kind, ALWAYS],
    ],
  ),
  ['duplicate', 1],
  ['accessDenied', 1],
];

type Case = { flow: Flow; fault: Omit<Fault, 'client'> };
const nameOf = ({ flow, fault: { action, nth, kind, times } }: Case): string =>
  `${flow.name} × ${action} ${nth} × ${kind}${times > 1 ? ' for good' : ''}`;

/** The calls that a command makes when nothing is broken. */
const casesOf = async (flow: Flow, organization: string): Promise<Case[]> => {
  const client = newClient();
  const using = await needsAs(client);
  const before = (await callsOf(client)).length;
  await (await patiently(() => flow.prepare(organization))).run(using);
  const seen = new Map<string, number>();
  return (await callsOf(client)).slice(before).flatMap(({ action }) => {
    const nth = (seen.get(action) ?? 0) + 1;
    seen.set(action, nth);
    // A rebuild makes one write for each of sixteen counters, all alike.
    if (nth > 2) return [];
    return kinds.map(([kind, times]) => ({ flow, fault: { service: 'dynamodb', action, nth, kind, times } }) as Case);
  });
};

const outcomeOf = (work: Promise<unknown>): Promise<{ answer: unknown } | { error: Error }> =>
  work.then(
    (answer) => ({ answer }),
    (error: Error) => ({ error }),
  );
const codeOf = (error: Error): string => (error instanceof Failure ? error.code : error.message);

const run = async (broken: Case, organization: string): Promise<string[]> => {
  const client = newClient();
  const prepared = await patiently(() => broken.flow.prepare(organization));
  const using = await needsAs(client);
  await setFault({ ...broken.fault, client });
  const first = await outcomeOf(prepared.run(using));
  const met = await mend(client);

  const found = met === 0 ? ['the fault was never met'] : [];
  let answer: unknown;
  if ('answer' in first) answer = first.answer;
  else {
    if (codeOf(first.error) !== 'temporarily_unavailable') found.push(`said ${codeOf(first.error)}`);
    const second = await outcomeOf(prepared.run(using, first.error));
    if ('answer' in second) answer = second.answer;
    else if (codeOf(second.error) !== prepared.refusal) found.push(`repeated: ${codeOf(second.error)}`);
  }
  const wrong = await prepared.wrong(answer).catch(({ message }: Error) => [message]);
  return [...found, ...wrong].map((text) => `${nameOf(broken)}: ${text}`);
};

const runAll = async (cases: Case[], organization: string): Promise<string[]> => {
  const waiting = [...cases];
  const found: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) found.push(...(await run(next, organization)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
};

describe('whatever AWS call of the command line fails', () => {
  it(`the command can be repeated, and has been done once (${isFull ? 'every one' : `${SAMPLE} of them`})`, {
    timeout: isFull ? 3_600_000 : 300_000,
  }, async () => {
    const { organizationId } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
    const all = (await Promise.all(flows.map((flow) => casesOf(flow, organizationId)))).flat();
    expect(new Set(all.map(({ flow }) => flow.name)).size).toBe(flows.length);
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const sampled = fc.sample(fc.shuffledSubarray(all, { minLength: SAMPLE, maxLength: SAMPLE }), { seed, numRuns: 1 });
    const cases = isFull ? all : (sampled[0] ?? []);
    expect(await runAll(cases, organizationId), `SEED=${seed}, ${cases.length} of ${all.length}`).toEqual([]);
  });

  it('is the client “command-line” by default, and says what to do about an answer that never came', async () => {
    const name = `Lost ${randomUUID()}`;
    // It has its own client name because other tests run the command line, too.
    const client = newClient();
    process.env.AWS_SDK_UA_APP_ID = client;
    await setFault({ service: 'dynamodb', action: 'TransactWriteItems', kind: 'dropResponse', times: ALWAYS, client });
    const lost = await runAdmin('create-organization', '--name', name);
    expect(await mend(client)).toBe(3);
    expect([lost.code, lost.stderr.trim().split('\n').length]).toEqual([1, 1]);
    const [, id = ''] = / --id ([0-9a-z]{26})/.exec(lost.stderr) ?? [];
    const again = await runAdmin('--json', 'create-organization', '--name', name, '--id', id);
    expect(JSON.parse(again.stdout)).toEqual({ organizationId: id, name });
    const other = await runAdmin('--json', 'create-organization', '--name', 'Another', '--id', id);
    expect(JSON.parse(other.stderr)).toEqual({ error: `--id is that of the organization ${name}` });
    expect(inject('aws').AWS_SDK_UA_APP_ID).toBe('command-line');
  });
});
