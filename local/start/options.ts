import { parseArgs } from 'node:util';
import { StartProblem } from './start-problem.ts';

export const usage = `npm start -- [options]
  --port <n>                 port of the API (default 3000; 0 takes a free one)
  --control-port <n>         port of the control server (default: the one after --port)
  --data <folder>            where users and keys are kept (default .local)
  --debug                    functions unminified, each listening for a debugger
  --debug-port <n>           port of the first function's debugger (default 9300; 0 takes free ones)
  --watch                    rebuild functions and pages when their sources change
  --dynamodb-endpoint <url>  another program that speaks DynamoDB's protocol, in place of DynamoDB Local
  --kms-endpoint <url>       another program that speaks KMS's protocol, in place of the local key server
  --reset                    forget everything that was kept
  --help                     this text`;

const DEBUG_PORT = '9300';

/** @throws StartProblem */
export const portOf = (text: string, name: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartProblem(`--${name} takes a number from 0 to 65535.`);
  return port;
};

/** @throws StartProblem with the usage */
export const readOptions = () => {
  const options = {
    port: { type: 'string', default: '3000' },
    'control-port': { type: 'string' },
    data: { type: 'string', default: '.local' },
    debug: { type: 'boolean', default: false },
    'debug-port': { type: 'string' },
    'dynamodb-endpoint': { type: 'string' },
    'kms-endpoint': { type: 'string' },
    watch: { type: 'boolean', default: false },
    reset: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}\n${usage}`);
  }
};
type Options = ReturnType<typeof readOptions>;

export const debugPortOf = ({ debug, 'debug-port': given }: Options): number | undefined =>
  debug || given !== undefined ? portOf(given ?? DEBUG_PORT, 'debug-port') : undefined;

const addressOf = (text: string | undefined, name: string): string | undefined => {
  if (text === undefined || /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) return text;
  throw new StartProblem(`--${name} takes an address, such as http://localhost:8000.`);
};

export const elsewhereOf = ({ 'dynamodb-endpoint': dynamoDb, 'kms-endpoint': kms }: Options) => ({
  dynamoDb: addressOf(dynamoDb, 'dynamodb-endpoint'),
  kms: addressOf(kms, 'kms-endpoint'),
});
