import { parseArgs } from 'node:util';
import { measureColdStarts } from './cold-starts.ts';
import { measureDependencies } from './dependencies.ts';
import { withCloud } from './kit/bench-cloud.ts';
import { clientOf } from './kit/client.ts';
import { report } from './kit/report.ts';
import { mixLines, runMix } from './mix.ts';
import { measureOperations } from './operations.ts';
import { measurePages } from './pages.ts';
import { measureSignIn } from './sign-in-times.ts';

/*
 * Timings, which do not belong in a test because machines are noisy. Each comparison takes turns within one run.
 * `--write` puts the figures into docs/performance.md; `--only cold-starts` and the like measure one thing.
 */

const MIX_SECONDS = 30;
const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } } });
const wanted = (name: string): boolean => values.only === undefined || values.only === name;

await withCloud(async (cloud, assembly) => {
  const client = clientOf(cloud);
  if (wanted('cold-starts')) await measureColdStarts(assembly);
  if (wanted('dependencies')) await measureDependencies();
  if (wanted('pages')) await measurePages(cloud.url, client);
  if (wanted('sign-in')) await measureSignIn(client);
  if (wanted('load')) report('under load', mixLines(await runMix(client, MIX_SECONDS)).join('\n'));
  // Last, because it moves the functions' clock.
  if (wanted('operations')) await measureOperations(client);
});
