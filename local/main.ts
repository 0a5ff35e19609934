import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireJava } from './aws/dynamodb-local.ts';
import type { Elsewhere } from './aws/elsewhere/elsewhere.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { freePort, requireFree } from './ports.ts';
import { resetData } from './reset-data.ts';
import { lock } from './start/lock.ts';
import { debugPortOf, elsewhereOf, portOf, readOptions, usage } from './start/options.ts';
import { createProgress } from './start/progress.ts';
import { requireNode } from './start/require-node.ts';
import { readAccounts, seed } from './start/seed.ts';
import { StartProblem } from './start/start-problem.ts';
import { synthesize } from './start/synthesize.ts';
import { watchSources } from './start/watch.ts';
import { writeWhole } from './start/write-whole.ts';

const { say, during } = createProgress();

const welcome = ({ url, controlUrl }: Cloud, file: string, accounts: { email: string; password: string }[]): string => `
  Pages     ${url}
  API       ${url}/v1       OpenAPI: ${url}/v1/openapi.json
  Control   ${controlUrl}   POST /clock, GET /calls, GET /mail, GET /events, POST /faults
  Accounts  in ${file}:
${accounts.map(({ email, password }) => `            ${email.padEnd(22)} ${password}`).join('\n')}

  Stand-ins here: DynamoDB Local for DynamoDB, a local key server for KMS, threads for Lambda instances, a gateway for
  API Gateway, an edge for CloudFront and S3, a mail server that sends to nobody for SES (its mails: GET /mail). All of them do what the synthesized templates say. Logs: ${path.dirname(file)}/logs

  Try: sign in at the pages, enable 2FA, sign out and in again; or the same by hand in docs/guide/getting-started.md. Ctrl-C stops everything.
`;

/** An unexpected error: the person gets a sentence, and the stack is there for debugging. */
const unforeseen = (error: unknown, dataDirectory: string): StartProblem => {
  const file = path.join(dataDirectory, 'logs', 'start.log');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${error instanceof Error ? error.stack : String(error)}\n`);
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new StartProblem(`${reason}\nStart again: it goes on where it stopped. More about this is in ${file}`);
};

/** Resolves when the person or the system asks it to stop; a second signal does not hurry it. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

/** What a person needs to attach: VS Code takes the port, Chrome finds it under chrome://inspect. */
const started = (functionId: string, inspectorUrl: string): void =>
  say(`${functionId} listens for a debugger at ${new URL(inspectorUrl).host}`);

type Chosen = {
  elsewhere: Elsewhere;
  dataDirectory: string;
  port: number;
  controlPort: number;
  debugPort: number | undefined;
  watch: boolean;
};

const run = async ({ dataDirectory, port, controlPort, debugPort, watch, elsewhere }: Chosen): Promise<void> => {
  const stopped = interrupted();
  const assembly = path.join(dataDirectory, 'cdk.out');
  const debug = debugPort === undefined ? undefined : { port: debugPort, started };
  const changed = { settings: { origin: `http://localhost:${port}` }, ...(debug && { context: { debug: true } }) };
  rmSync(assembly, { recursive: true, force: true });
  await during('Synthesizing the CDK app: functions, pages, templates', () => synthesize(assembly, changed));
  const cloud = await during('Starting DynamoDB Local, key server, functions and gateway', () =>
    startCloud({ assembly, dataDirectory, port, controlPort, debug, elsewhere }),
  );
  let stopWatching = (): void => undefined;
  try {
    const environment = Object.entries(cloud.adminEnvironment).map(([name, value]) => `${name}=${value}\n`);
    writeWhole(path.join(dataDirectory, 'admin.env'), environment.join(''));
    const { file, accounts } = await during('Looking for the accounts', () => seed(cloud, dataDirectory, say));
    console.log(welcome(cloud, path.relative('.', file), accounts));
    if (watch) stopWatching = await watchSources({ assembly, changed }, cloud, say);
    console.log(`ready ${cloud.url}`);
    await stopped;
    say('Stopping');
  } finally {
    stopWatching();
    await cloud.stop();
  }
};

const main = async (): Promise<void> => {
  requireNode();
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return;
  }
  const port = portOf(options.port, 'port') || (await freePort());
  const nextPort = options.port === '0' ? '0' : String(port + 1);
  const controlPort = portOf(options['control-port'] ?? nextPort, 'control-port');
  // Predictable failures are reported at once, not after a quarter of a minute.
  const elsewhere = elsewhereOf(options);
  if (elsewhere.dynamoDb === undefined) requireJava();
  await requireFree(port);
  await requireFree(controlPort);

  const dataDirectory = path.resolve(options.data);
  const held = lock(dataDirectory);
  try {
    if (options.reset) await resetData(dataDirectory);
    readAccounts(dataDirectory);
    await run({ dataDirectory, port, controlPort, debugPort: debugPortOf(options), watch: options.watch, elsewhere });
  } catch (error) {
    throw error instanceof StartProblem ? error : unforeseen(error, dataDirectory);
  } finally {
    held.release();
  }
};

try {
  await main();
} catch (error) {
  console.error(error instanceof StartProblem ? `error: ${error.message}` : error);
  process.exitCode = 1;
}
