import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSettings } from '../../infra/settings.ts';
import { ofAccount } from './account.ts';
import type { Check, Finding } from './check.ts';
import { ofMail } from './mail.ts';
import { ofTable } from './table.ts';

/* `npm run doctor`: what would stop a deployment, or disappoint after it. It only reads. */

const { values } = parseArgs({
  options: { context: { type: 'string', short: 'c' }, table: { type: 'string' } },
});
const signs = { good: '✓', warns: '!', fails: '✗' };

/** `settings=staging.json`, as the CDK's command line takes it. */
const named = values.context?.startsWith('settings=') ? values.context.slice('settings='.length) : undefined;
const ofFile = () =>
  (JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as { context: { settings: unknown } })
    .context.settings;

/** A question that AWS refuses to answer is no reason to ask no others. */
const findingOf = async (check: Check, settings: ReturnType<typeof readSettings>): Promise<Finding> => {
  try {
    return await check.run(settings);
  } catch (error) {
    const { name, message } = error as Error;
    return { state: 'fails', says: `AWS does not say (${name}: ${message})`, remedy: 'are the credentials right?' };
  }
};

try {
  const settings = readSettings({ tryGetContext: () => named ?? ofFile() });
  const checks = [...ofAccount, ...ofMail, ...(values.table === undefined ? [] : ofTable(values.table))];
  let failed = 0;
  for (const check of checks) {
    if (check.isSkipped?.(settings)) continue;
    const { state, says, remedy } = await findingOf(check, settings);
    if (state === 'fails') failed += 1;
    console.log(`${signs[state]} ${check.name}: ${says}${remedy ? `\n    → ${remedy}` : ''}`);
  }
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(`error: ${(error as Error).message}`);
  process.exitCode = 1;
}
