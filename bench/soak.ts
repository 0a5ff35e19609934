import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { machine, withCloud } from './kit/bench-cloud.ts';
import { clientOf } from './kit/client.ts';
import { plot } from './kit/plot.ts';
import { mixLines, runMix } from './mix.ts';

/*
 * The whole mix at the machine's limit for a while: does anything fail apart from the stage's own throttle, does memory
 * grow, and does the table match what the clients were told?
 */

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '3' }, report: { type: 'string' } },
});

await withCloud(async (cloud) => {
  const memory: [seconds: number, mib: number][] = [];
  const handles: number[] = [];
  const sample = (seconds: number): void => {
    memory.push([seconds, process.memoryUsage().rss / 2 ** 20]);
    handles.push(process.getActiveResourcesInfo().length);
  };
  sample(0);
  const mix = await runMix(clientOf(cloud), Number(values.minutes) * 60, sample);
  const half = memory.slice(Math.floor(memory.length / 2));
  const lines = [
    ...mixLines(mix),
    `Memory: ${memory[0]?.[1].toFixed(0)} MiB at the start, ${half[0]?.[1].toFixed(0)} half-way, ${memory.at(-1)?.[1].toFixed(0)} at the end; open handles ${handles[0]} and ${handles.at(-1)}.`,
  ];
  console.log(lines.join('\n'));
  if (values.report !== undefined) {
    writeFileSync(`${values.report}.svg`, plot('Resident memory of the local cloud, MiB', memory));
    const text = lines.map((line) => `- ${line.replace('; open', ';\n  open')}`).join('\n');
    writeFileSync(
      `${values.report}.md`,
      `# The whole mix for a while\n\nWritten by \`npm run soak\`, for maintainers (${machine()}): 90 % reads of a session,\n8 % sign-ins, 2 % settings, each client as fast as it is answered. Gateway, functions, key server\nand clients share one process; DynamoDB Local is another.\n\n${text}\n\n![Memory over time](${path.basename(values.report)}.svg)\n`,
    );
  }
  const failed = [...mix.statuses].some(([status]) => Number(status) >= 500) || mix.wrong.length > 0;
  process.exitCode = failed ? 1 : 0;
});
