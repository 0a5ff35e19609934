import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Guard } from '../iam/guard.ts';
import { close, listen } from '../ports.ts';
import type { Kms } from './kms.ts';
import type { Trace } from './trace.ts';

/** Who signs with an access key: the function that an instance belongs to, and the request that it works on. */
export type Identify = (accessKeyId: string) => { function: string; requestId: string } | undefined;
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Call = { service: string; action: string; body: string; headers: IncomingMessage['headers'] };

const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

const credential = /Credential=([^/,]+)\//;
const counting = new Set([
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'TransactWriteItems',
  'TransactGetItems',
]);

const forward = (endpoint: URL, agent: Agent, { body, headers }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: endpoint.hostname,
        port: endpoint.port,
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        text(answer).then(
          (received) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: received }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** Asks DynamoDB to say what the call cost; the client ignores what it did not ask for. */
const withCounting = (call: Call): Call =>
  counting.has(call.action)
    ? { ...call, body: JSON.stringify({ ReturnConsumedCapacity: 'TOTAL', ...(JSON.parse(call.body) as object) }) }
    : call;

const capacityOf = (body: string): number => {
  const { ConsumedCapacity } = JSON.parse(body || '{}') as { ConsumedCapacity?: object };
  const parts = [ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[];
  return parts.reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
};

const outcomeOf = ({ status, body }: Answer): string => {
  if (status === 200) return 'ok';
  const { __type = String(status) } = JSON.parse(body || '{}') as { __type?: string };
  return __type.split('#').at(-1) ?? __type;
};

type Options = { dynamoDb: string; kms: Kms; trace: Trace; guard: Guard; identify: Identify };

const denied: Answer = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message: 'not authorized' }),
};

/** The one address that the functions' SDK clients talk to: knows who calls, notes it, and passes it on. */
export const startAwsEndpoint = async ({ dynamoDb, kms, trace, guard, identify }: Options) => {
  const agent = new Agent({ keepAlive: true });
  const address = new URL(dynamoDb);

  const serve = async (call: Call): Promise<Answer> => {
    if (call.service === 'dynamodb') return forward(address, agent, withCounting(call));
    const { status, body } = kms.handle(call.action, call.body);
    return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const [target = '', action = ''] = String(incoming.headers['x-amz-target'] ?? '').split('.');
    const service = target.startsWith('DynamoDB') ? 'dynamodb' : 'kms';
    const caller = identify(credential.exec(incoming.headers.authorization ?? '')?.[1] ?? '');
    const startedAt = performance.now();
    const body = await text(incoming);
    const isAllowed = !caller || guard.allows(caller.function, service, action, body);
    const answer = isAllowed ? await serve({ service, action, headers: incoming.headers, body }) : denied;
    const startedMs = tenths(startedAt);
    const durationMs = tenths(performance.now() - startedAt);
    const capacity = service === 'dynamodb' && answer.status === 200 ? capacityOf(answer.body) : 0;
    const outcome = outcomeOf(answer);
    if (caller) trace.add({ ...caller, service, action, startedMs, durationMs, capacity, outcome });
    outgoing.writeHead(answer.status, answer.headers as Record<string, string>);
    outgoing.end(answer.body);
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  const stop = async (): Promise<void> => {
    await close(server);
    agent.destroy();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
};
