import { writeFileSync } from 'node:fs';
import { withCloud } from '../../bench/kit/bench-cloud.ts';
import { clientOf } from '../../bench/kit/client.ts';
import { newOrganization } from '../../bench/kit/people.ts';
import type { Driver } from './driver.ts';
import { startFirefox } from './firefox.ts';
import { mainJob, type Step } from './job.ts';
import { startWebKit } from './webkit.ts';

/*
 * The main job in Firefox and WebKit, which `npm test` does not have: `npm run test:engines`, on a machine with
 * Debian's firefox-esr, webkit2gtk-driver and xvfb. Its report is docs/engines.md.
 */

const engines: (() => Promise<Driver>)[] = [startFirefox, startWebKit];

type Report = { name: string; steps: Step[]; failure?: string };

const run = async (start: () => Promise<Driver>, url: string, client: ReturnType<typeof clientOf>): Promise<Report> => {
  const { add } = await newOrganization(client);
  const email = await add('admin', true);
  const driver = await start();
  const steps: Step[] = [];
  try {
    await mainJob(driver, { url, email, now: Date.now }, steps);
    return { name: driver.name, steps };
  } catch (error) {
    return { name: driver.name, steps, failure: (error as Error).message };
  } finally {
    await driver.quit();
  }
};

await withCloud(async ({ url, controlUrl }) => {
  const client = clientOf({ url, controlUrl });
  const reports: Report[] = [];
  for (const start of engines) {
    const report = await run(start, url, client);
    console.log(report.name, report.failure ?? `${report.steps.length} steps`);
    reports.push(report);
  }
  const names = [...new Set(reports.flatMap(({ steps }) => steps.map(({ name }) => name)))];
  const rows = names.map(
    (name) =>
      `| ${name} | ${reports.map(({ steps }) => steps.find((step) => step.name === name)?.outcome ?? '–').join(' | ')} |`,
  );
  writeFileSync(
    'docs/engines.md',
    `# Other engines

For anyone who wonders whether the pages work in their browser: the main job in Firefox and WebKit,
as \`npm run test:engines\` last ran it, on ${new Date().toISOString().slice(0, 10)}. \`npm test\` does all of it, and more, in
Chromium.

| step | ${reports.map(({ name }) => name).join(' | ')} |
| --- | ${reports.map(() => '---').join(' | ')} |
${rows.join('\n')}
`,
  );
  if (reports.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
});
