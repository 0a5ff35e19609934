import path from 'node:path';
import { createCallerOf } from './aws/caller.ts';
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
import { createDirect } from './gateway/direct.ts';
import { createGateway } from './gateway/gateway.ts';
import { createRequests } from './gateway/requests.ts';
import { createGuard, partitionKeys } from './iam/guard.ts';
import { createSharedClock } from './lambda/clock.ts';
import { createLambdas, type DebugOptions } from './lambda/lambdas.ts';
import { createRules } from './lambda/rules.ts';
import { startSchedules } from './lambda/schedules.ts';
import { openLogs } from './monitoring/logs.ts';
import { createMonitoring } from './monitoring/monitoring.ts';
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
  /** The API's own address, past the edge. */
  apiUrl: string;
  /** With this environment, the administrator's command line works on the local table. */
  adminEnvironment: Record<string, string>;
  /** Puts the results of a rebuild into use. */
  renew(change: Change): Promise<void>;
  stop(): Promise<void>;
};

/** Runs what the templates describe, on loopback. If a later part fails, whatever was started is stopped again. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const { dataDirectory, mostInstances = 4, debug, elsewhere = {} } = options;
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

    const logs = openLogs(dataDirectory);
    stops.push(logs.close);
    const clock = createSharedClock();
    const trace = createTrace();
    const monitoring = createMonitoring(assembly, functions, clock);
    const writeFunctionLog = (text: string): void => {
      logs.ofFunctions(text);
      monitoring.wrote(text);
    };
    const lambdas = createLambdas({
      functions,
      clock,
      trace,
      mostInstances,
      debug,
      log: writeFunctionLog,
      onFailure: monitoring.failed,
    });
    stops.push(lambdas.stop);
    const guard = createGuard(assembly, functions);
    const faults = createFaults();
    const requests = createRequests();
    const { identify, kill } = lambdas;
    const callerOf = createCallerOf({ identify, clientOf: requests.clientOf });
    const ses = createSes(mail.url, createRules(readRules(assembly, functions), lambdas));
    stops.push(ses.stop);
    const services = { dynamoDb: dynamoDb.endpoint, kms, ses, bus };
    const aws = await startAwsEndpoint({
      ...{ ...services, trace, guard, faults, callerOf, kill },
      onThrottle: monitoring.throttledTable,
    });
    stops.push(aws.stop);
    lambdas.connect(aws.url);

    const api = readApi(assembly, functions);
    const gateway = createGateway({ api, lambdas, requests, clock, faults, monitoring, log: logs.ofRequests });
    const direct = createDirect(gateway);
    const edge = createEdge({ distribution: readDistribution(assembly), api: gateway });
    const [tableName = ''] = functions.flatMap(({ environment }) => environment.TABLE_NAME ?? []);
    const feeds = startFeeds({
      feeds: readFeeds(assembly, functions),
      dynamoDb: dynamoDb.endpoint,
      tableName,
      partitionKey: partitionKeys(assembly).table,
      lambdas,
      guard,
      monitoring,
      log: writeFunctionLog,
    });
    stops.push(feeds.stop);
    const schedules = startSchedules(readSchedules(assembly, functions), lambdas);
    stops.push(schedules.stop);
    const { deadLetters } = feeds;
    const control = createControl({ clock, trace, guard, faults, mail, bus, deadLetters, schedules, monitoring });
    stops.push(
      () => close(edge.server),
      () => close(direct),
      () => close(control),
    );
    const port = await listen(edge.server, options.port);
    const controlPort = await listen(control, options.controlPort);
    const apiPort = await listen(direct, 0);

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
    const at = (each: number): string => `http://localhost:${each}`;
    const addresses = { url: at(port), controlUrl: at(controlPort), apiUrl: at(apiPort) };
    return { ...addresses, adminEnvironment, renew, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
