import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Area } from '../../../shared/contract/operation.ts';
import { operations } from '../../../shared/contract/operations.ts';
import { newScene, type Scene, send } from '../../examples/example.ts';
import { cases } from '../../examples/examples.ts';
import { type Answer, callsOf } from '../../kit/product.ts';
import { setSession } from '../../kit/table.ts';

type Cost = { name: string; calls: number; readUnits: number; writeUnits: number; actions: string; bytes: number };

const costOf = async (name: string, answer: Answer): Promise<Cost> => {
  const calls = await callsOf(answer);
  const sum = (of: 'readUnits' | 'writeUnits' | 'sentBytes' | 'receivedBytes') =>
    calls.reduce((total, call) => total + call[of], 0);
  const byAction = Object.groupBy(calls, ({ action }) => action);
  const actions = Object.keys(byAction)
    .sort()
    .map((action) => ((byAction[action]?.length ?? 0) > 1 ? `${byAction[action]?.length} × ${action}` : action));
  return {
    name,
    calls: calls.length,
    readUnits: sum('readUnits'),
    writeUnits: sum('writeUnits'),
    actions: actions.join(', '),
    bytes: sum('sentBytes') + sum('receivedBytes'),
  };
};

const costs: Cost[] = [];
/** One organization for each area, so that the lists of users stay short. */
const scenes = new Map<Area, Promise<Scene>>();
const sceneOf = (area: Area): Promise<Scene> => {
  const scene = scenes.get(area) ?? newScene();
  scenes.set(area, scene);
  return scene;
};

beforeAll(async () => {
  for (const { name, id, example, refusedWith } of cases) {
    const { area, status } = operations[id];
    const request = await example(await sceneOf(area));
    // A session used again after more than a minute costs a write; here everyone is quick, however busy the machine is.
    if (request.token) await setSession(request.token, 'lastSeenAt', Date.now());
    const answer = await send(id, request);
    if (answer.status !== (refusedWith ?? status)) throw new Error(`${name}: ${answer.status} ${answer.body}`);
    costs.push(await costOf(name, answer));
  }
});

const page = (): string => `# AWS calls of each operation

For maintainers, and for anyone who estimates a bill: what one request of each operation calls and
consumes. Written by \`npm run docs\` from the requests in \`test/examples\`, in an organization of a
few people; \`npm test\` compares. Units follow DynamoDB's rules, for items of up to 1 KB written and
4 KB read. How long it takes is in [performance](../performance.md).

| operation | calls | read units | write units | which |
| --- | --- | --- | --- | --- |
${costs.map((cost) => `| ${cost.name} | ${cost.calls} | ${cost.readUnits} | ${cost.writeUnits} | ${cost.actions} |`).join('\n')}
`;

/** KB to and from AWS by operation, as measured by the benchmark. */
const measuredKilobytes = (): Map<string, number> => {
  const text = readFileSync('docs/performance.md', 'utf8');
  const section = text.split('\n## CPU, hops and bytes of each operation\n')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| operation'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  return new Map(cells.map((row) => [row[1] ?? '', Number(row[7])]));
};

describe('every operation', () => {
  it('makes the AWS calls and consumes the units that the reference lists, and no more', async () => {
    await expect(page()).toMatchFileSnapshot('../../../docs/reference/aws-calls.md');
  });

  it('sends and receives about as many bytes as the benchmark measured', () => {
    // The number of records affects some of them; any growth beyond that is a heavier item or request.
    const measured = measuredKilobytes();
    const compared = costs.filter(({ name }) => measured.has(name));
    expect(compared.length).toBeGreaterThan(15);
    for (const { name, bytes } of compared) {
      expect(bytes / 1_000, name).toBeLessThan((measured.get(name) ?? 0) * 1.25 + 1);
    }
  });
});
