import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { commands } from '../commands.ts';
import { explain } from '../explain.ts';
import { type AdminNeeds, adminNeeds } from '../needs.ts';
import { callerOf } from './caller.ts';
import { fromOutside } from './from-outside.ts';
import { mainJob } from './main-job.ts';
import type { Smoke } from './step.ts';

/* `npm run smoke`: goes through the main job of a deployment from outside, and takes away what it made. */

const USAGE = `npm run smoke -- --url <Origin> --table <TableName> [--api <ApiUrl>] [--no-mail]

  --url      where people open the pages: the output Origin of the API stack
  --table    the table: the output TableName
  --api      the API's own address, the output ApiUrl: tries a call past the distribution
  --no-mail  the deployment sends no mail, or from another region, where no bounce is reported`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    url: { type: 'string' },
    table: { type: 'string' },
    api: { type: 'string' },
    mail: { type: 'boolean', default: true },
  },
});

const cleanUp = async (needs: AdminNeeds, email: string): Promise<void> => {
  if (await needs.credentials.find(email)) await commands.deleteUser(needs, { email });
};

const runAll = async (smoke: Smoke): Promise<boolean> => {
  for (const { name, isSkipped, run } of [...fromOutside, ...mainJob]) {
    if (isSkipped?.(smoke)) {
      console.log(`- ${name}: not asked for`);
      continue;
    }
    const startedAt = performance.now();
    try {
      const seen = await run(smoke);
      console.log(`✓ ${name}: ${seen} (${Math.round(performance.now() - startedAt)} ms)`);
    } catch (error) {
      console.log(`✗ ${name}: ${explain(error)}`);
      return false;
    }
  }
  return true;
};

if (!values.url || !values.table) {
  console.error(USAGE);
  process.exit(2);
}
Object.assign(process.env, { TABLE_NAME: values.table, ORIGIN: values.url });
const needs = adminNeeds();
const label = needs.ids.next(needs.clock.now());
// Mails to SES's simulator leave no trace anywhere else.
const email = `success+${label}@simulator.amazonses.com`;
const bounces = `bounce+${label}@simulator.amazonses.com`;
/** Long enough for any setting, and nobody's. */
const password = randomBytes(48).toString('base64url');
const made = { email, password, bounces, userId: '', token: '', secret: '', recoveryCode: '' };
const smoke: Smoke = { needs, call: callerOf(values.url), apiUrl: values.api, hasMail: values.mail, made };
const cleanUpAll = async (): Promise<void> => {
  for (const address of [email, bounces]) await cleanUp(needs, address);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanUpAll().finally(() => process.exit(130)));
}
try {
  const isGood = await runAll(smoke);
  console.log(isGood ? 'The deployment works.' : 'The deployment does not work.');
  process.exitCode = isGood ? 0 : 1;
} finally {
  await cleanUpAll();
}
