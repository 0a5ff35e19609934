import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/*
 * `npm run test:elsewhere -- --dynamodb-endpoint <url> [--kms-endpoint <url>]`: what has to hold of the table and the
 * keys, asked of another program than DynamoDB Local and the local key server. Its table should be empty.
 */

const { values } = parseArgs({
  options: { 'dynamodb-endpoint': { type: 'string' }, 'kms-endpoint': { type: 'string' } },
});
const { 'dynamodb-endpoint': dynamoDb, 'kms-endpoint': kms } = values;
if (dynamoDb === undefined && kms === undefined) {
  console.error('npm run test:elsewhere -- --dynamodb-endpoint <url> [--kms-endpoint <url>]');
  process.exit(2);
}

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const env = {
  ...process.env,
  ...(dynamoDb !== undefined && { DYNAMODB_ENDPOINT: dynamoDb }),
  ...(kms !== undefined && { KMS_ENDPOINT: kms }),
};
const runs = [
  // The transactions, which only the database matters to.
  ...(dynamoDb === undefined ? [] : [['--project', 'store', 'test/store']]),
  [
    ...['--project', 'connected', 'test/connected/limits/races.test.ts'],
    ...['test/connected/api/idempotency.test.ts', 'test/connected/api/main-job.test.ts'],
  ],
];
const failed = runs.filter(
  (parameters) => spawnSync(process.execPath, [vitest, 'run', ...parameters], { env, stdio: 'inherit' }).status !== 0,
);
process.exitCode = failed.length > 0 ? 1 : 0;
