import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ownerOf } from './aws/database-owner.ts';
import { databaseAt, type Elsewhere, keysAt } from './aws/elsewhere/elsewhere.ts';
import { startAwsEndpoint } from './aws/endpoint.ts';
import { createEventBus } from './aws/event-bus.ts';
import { createFaults } from './aws/faults.ts';
import { startMailServer } from './aws/mail/mail-server.ts';
import { createSes } from './aws/mail/ses.ts';
import { createTables } from './aws/tables.ts';
import { createTrace } from './aws/trace.ts';
import { createControl } from './control.ts';
import { createEdge } from './edge/edge.ts';
import { createGateway } from './gateway/gateway.ts';
import { createRequests } from './gateway/requests.ts';
import { createGuard, partitionKeys } from './iam/guard.ts';
import { createSharedClock } from './lambda/clock.ts';
import { createLambdas, type DebugOptions } from './lambda/lambdas.ts';
import { createRules } from './lambda/rules.ts';
import { startSchedules } from './lambda/schedules.ts';
import { close, listen } from './ports.ts';
import { type Change, createRenewal } from './renewal.ts';
import { startFeeds } from './streams/feeds.ts';
import { readAssembly } from './template/assembly.ts';
import { readDistribution } from './template/distribution.ts';
import { readFeeds } from './template/feeds.ts';
import { readApi, readFunctions } from './template/functions.ts';
import { REGION } from './template/names.ts';
import { readRules } from './template/rules.ts';
import { readSchedules } from './template/schedules.ts';

export type CloudOptions = {
  /** The cloud assembly, as `cdk synth` wrote it. */
  assembly: string;
  dataDirectory: string;
  port: number;
  controlPort: number;
  mostInstances?: number;
  debug?: DebugOptions | undefined;
  elsewhere?: Elsewhere;
};
export type Cloud = {
  url: string;
  controlUrl: string;
  /** With this environment, the administrator's command line works on the local table. */
  adminEnvironment: Record<string, string>;
  /** Puts the results of a rebuild into use. */
  renew(change: Change): Promise<void>;
  stop(): Promise<void>;
};

const MOST_INSTANCES = 4;

/** Runs what the templates describe, on loopback. If a later part fails, whatever was started is stopped again. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const { dataDirectory, mostInstances = MOST_INSTANCES, debug, elsewhere = {} } = options;
  const stops: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const assembly = readAssembly(options.assembly);
    const functions = readFunctions(assembly);

    const dynamoDb = await databaseAt(elsewhere, path.join(dataDirectory, 'dynamodb'));
    stops.push(dynamoDb.stop);
    await createTables(assembly, dynamoDb.endpoint);
    const keyArns = assembly.ofType('AWS::KMS::Key').map(({ stack, logicalId }) => assembly.arnOf(stack, logicalId));
    const kms = await keysAt(elsewhere, dataDirectory, keyArns);
    const mail = await startMailServer();
    stops.push(mail.stop);
    const bus = createEventBus();

    mkdirSync(path.join(dataDirectory, 'logs'), { recursive: true });
    const functionLog = createWriteStream(path.join(dataDirectory, 'logs', 'functions.log'), { flags: 'a' });
    const accessLog = createWriteStream(path.join(dataDirectory, 'logs', 'access.log'), { flags: 'a' });
    stops.push(
      () => void functionLog.end(),
      () => void accessLog.end(),
    );

    const clock = createSharedClock();
    const trace = createTrace();
    const lambdas = createLambdas({
      functions,
      clock,
      trace,
      mostInstances,
      debug,
      log: (text) => void functionLog.write(text),
    });
    stops.push(lambdas.stop);
    const guard = createGuard(assembly, functions);
    const faults = createFaults();
    const requests = createRequests();
    const { identify, kill } = lambdas;
    const { clientOf } = requests;
    const ses = createSes(mail.url, createRules(readRules(assembly, functions), lambdas));
    stops.push(ses.stop);
    const services = { dynamoDb: dynamoDb.endpoint, kms, ses, bus };
    const aws = await startAwsEndpoint({ ...services, trace, guard, faults, identify, clientOf, kill });
    stops.push(aws.stop);
    lambdas.connect(aws.url);

    const api = readApi(assembly, functions);
    const writeAccess = (line: string): void => void accessLog.write(`${line}\n`);
    const gateway = createGateway({ api, lambdas, requests, clock, log: writeAccess });
    const edge = createEdge({ distribution: readDistribution(assembly), api: gateway });
    const [tableName = ''] = functions.flatMap(({ environment }) => environment.TABLE_NAME ?? []);
    const feeds = startFeeds({
      feeds: readFeeds(assembly, functions),
      dynamoDb: dynamoDb.endpoint,
      tableName,
      partitionKey: partitionKeys(assembly).table,
      lambdas,
      guard,
      log: (text) => void functionLog.write(text),
    });
    stops.push(feeds.stop);
    const schedules = startSchedules(readSchedules(assembly, functions), lambdas);
    stops.push(schedules.stop);
    const { deadLetters } = feeds;
    const control = createControl({ clock, trace, guard, faults, mail, bus, deadLetters, schedules });
    stops.push(
      () => close(edge.server),
      () => close(control),
    );
    const port = await listen(edge.server, options.port);
    const controlPort = await listen(control, options.controlPort);

    const [origin = ''] = functions.flatMap(({ environment }) => environment.ORIGIN ?? []);
    const adminEnvironment = {
      TABLE_NAME: tableName,
      ORIGIN: origin,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: aws.url,
      AWS_SDK_UA_APP_ID: 'command-line',
    };
    const renew = createRenewal({ assembly, functions, lambdas, edge });
    const [url, controlUrl] = [`http://localhost:${port}`, `http://localhost:${controlPort}`];
    return { url, controlUrl, adminEnvironment, renew, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Deletes all users: removes the local cloud's own files, and nothing else that may be in the folder. */
export const resetData = async (dataDirectory: string): Promise<void> => {
  await ownerOf(path.join(dataDirectory, 'dynamodb')).endPrevious();
  for (const entry of ['dynamodb', 'kms-keys.json', 'accounts.json', 'seed.json', 'logs']) {
    rmSync(path.join(dataDirectory, entry), { recursive: true, force: true });
  }
};
