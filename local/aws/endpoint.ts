import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Guard } from '../iam/guard.ts';
import { close, listen } from '../ports.ts';
import { type Answer, type Call, called, forward, outcomeOf } from './call.ts';
import { accessKeyOf, type Caller, type CallerOf } from './caller.ts';
import type { EventBus } from './event-bus.ts';
import { faultAnswer } from './fault-answers.ts';
import type { Fault, FaultKind, Faults } from './faults.ts';
import type { Kms } from './kms.ts';
import type { Ses } from './mail/ses.ts';
import type { Trace } from './trace.ts';
import { unitsOf, withCounting } from './units.ts';

const HANG_MS = 30_000;
const DELAY_MS = 1_000;

const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** The calls that were completed but whose answers never arrive. */
const losesAnswer: FaultKind[] = ['dropResponse', 'killInstance'];

/** The result of a call, for the trace. */
const endOf = (fault: Fault | undefined, answer: Answer | null): string => {
  if (fault) return `fault:${fault.kind}`;
  return answer ? outcomeOf(answer) : 'none';
};

type Options = {
  dynamoDb: string;
  kms: Kms;
  ses: Pick<Ses, 'handle'>;
  bus: EventBus;
  trace: Trace;
  guard: Guard;
  faults: Faults;
  /** Hears of calls that DynamoDB refuses since there are too many. */
  onThrottle(action: string): void;
  callerOf: CallerOf;
  /** Ends the instance that signs with this key. */
  kill(accessKeyId: string): Promise<void>;
};

const denied: Answer = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message: 'not authorized' }),
};

/**
 * The one address that the SDK clients of the functions and the command line talk to: it identifies the caller, records
 * the call, and passes it on.
 */
export const startAwsEndpoint = async ({
  dynamoDb,
  kms,
  ses,
  bus,
  trace,
  guard,
  faults,
  onThrottle,
  callerOf,
  kill,
}: Options) => {
  const agent = new Agent({ keepAlive: true });
  const address = new URL(dynamoDb);

  const serve = async (call: Call): Promise<Answer> => {
    if (call.service === 'dynamodb') return forward(address, agent, withCounting(call));
    if (call.service === 'ses') return ses.handle(call);
    const { status, body } = await (call.service === 'kms'
      ? kms.handle(call.action, call.body)
      : bus.handle(call.body));
    return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
  };

  /** The answer, or null for a connection that breaks before there is one. */
  const serveWith = async ({ kind, delayMs }: Fault, call: Call, accessKeyId: string): Promise<Answer | null> => {
    const worded = faultAnswer(kind, call);
    if (worded) return worded;
    if (kind === 'dropRequest') return null;
    // Longer than any client waits.
    if (kind === 'hang') return setTimeout(HANG_MS, null, { ref: false });
    if (kind === 'delay') await setTimeout(delayMs ?? DELAY_MS);
    const answer = await serve(call);
    if (kind === 'duplicate') await serve(call);
    if (kind === 'killInstance') await kill(accessKeyId);
    return losesAnswer.includes(kind) ? null : answer;
  };

  const note = (caller: Caller, call: Call, startedAt: number, answer: Answer | null, outcome: string): void => {
    const { service, action, body } = call;
    if (service === 'dynamodb' && outcome === 'fault:throttle') onThrottle(action);
    const startedMs = tenths(startedAt);
    const durationMs = tenths(performance.now() - startedAt);
    const isCounted = service === 'dynamodb' && answer?.status === 200;
    const units = isCounted ? unitsOf(action, body, answer.body) : { readUnits: 0, writeUnits: 0 };
    const bytes = { sentBytes: Buffer.byteLength(body), receivedBytes: Buffer.byteLength(answer?.body ?? '') };
    const { function: name, requestId } = caller;
    trace.calls.add({
      ...{ function: name, requestId, service, action },
      ...{ startedMs, durationMs, ...units, ...bytes, outcome },
    });
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { service, action } = called(incoming);
    const accessKeyId = accessKeyOf(incoming);
    const caller = callerOf(incoming, accessKeyId);
    const startedAt = performance.now();
    const body = await text(incoming);
    const call = { service, action, path: incoming.url ?? '/', headers: incoming.headers, body };
    const isAllowed = !caller?.isFunction || guard.allows(caller.function, service, action, body);
    const fault = caller && isAllowed ? faults.meet({ ...caller, service, action }) : undefined;
    const serving = () => (fault ? serveWith(fault, call, accessKeyId) : serve(call));
    const answer = isAllowed ? await serving() : denied;
    if (caller) note(caller, call, startedAt, answer, endOf(fault, answer));
    if (!answer) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.status, answer.headers as Record<string, string>);
    outgoing.end(answer.body);
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => close(server).then(() => agent.destroy()),
  };
};
