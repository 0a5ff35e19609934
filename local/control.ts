import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { EventBus } from './aws/event-bus.ts';
import { type Faults, readFault } from './aws/faults.ts';
import type { MailServer } from './aws/mail/mail-server.ts';
import type { Trace } from './aws/trace.ts';
import type { Guard } from './iam/guard.ts';
import type { SharedClock } from './lambda/clock.ts';
import type { Schedules } from './lambda/schedules.ts';
import type { Monitoring } from './monitoring/monitoring.ts';

type Options = {
  clock: SharedClock;
  trace: Trace;
  guard: Guard;
  faults: Faults;
  mail: Pick<MailServer, 'sent'>;
  bus: Pick<EventBus, 'published'>;
  deadLetters(): unknown[];
  schedules: Pick<Schedules, 'run'>;
  monitoring: Pick<Monitoring, 'states'>;
};
type Reply = { status: number; body?: unknown };

const routes =
  'POST /clock, GET /calls, DELETE /calls, GET /invocations, GET /permissions, POST /faults, DELETE /faults, GET /mail, GET /events, GET /dead-letters, GET /alarms, POST /schedules';
const MOST_SECONDS = 10 * 365 * 24 * 3600;

const advance = async (incoming: IncomingMessage, clock: SharedClock): Promise<Reply> => {
  const body = (await json(incoming).catch(() => null)) as { advanceSeconds?: unknown; client?: unknown } | null;
  const { advanceSeconds: seconds, client } = body ?? {};
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || Math.abs(seconds) > MOST_SECONDS) {
    return { status: 400, body: { message: 'Send {"advanceSeconds": <number>, "client"?: <address>}' } };
  }
  clock.advance(seconds, typeof client === 'string' ? client : undefined);
  return { status: 200, body: { offsetSeconds: clock.offsetMs() / 1_000 } };
};

const setFault = async (incoming: IncomingMessage, faults: Faults): Promise<Reply> => {
  const fault = readFault(await json(incoming).catch(() => null));
  if (typeof fault === 'string') return { status: 400, body: { message: fault } };
  faults.set(fault);
  return { status: 201, body: fault };
};

const names = new Set(['localhost', '127.0.0.1', '[::1]']);
const refused: Reply = { status: 403, body: { message: 'Ask at localhost, and not from a page' } };

/**
 * Other pages open in the browser must not move the local cloud's clock or read its mails. A browser adds `Origin` to
 * requests that a page sends to another site; with DNS rebinding, the name in `Host` is that page's own.
 */
const isFromHere = ({ headers }: IncomingMessage): boolean => {
  const host = /^(.*?)(?::\d+)?$/.exec(headers.host ?? '')?.[1]?.toLowerCase() ?? '';
  return names.has(host) && headers.origin === undefined;
};

/** Not part of the product: moves the functions' clock, breaks AWS calls, and reports which calls were made. */
export const createControl = ({
  clock,
  trace,
  guard,
  faults,
  mail,
  bus,
  deadLetters,
  schedules,
  monitoring,
}: Options) => {
  const answer = async (incoming: IncomingMessage): Promise<Reply> => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    switch (`${incoming.method} ${url.pathname}`) {
      case 'POST /clock':
        return advance(incoming, clock);
      case 'GET /calls':
        return { status: 200, body: { calls: trace.calls.of(url.searchParams.get('requestId')) } };
      case 'GET /invocations':
        return { status: 200, body: { invocations: trace.invocations.of(url.searchParams.get('requestId')) } };
      case 'POST /schedules':
        return { status: 200, body: { ran: await schedules.run() } };
      case 'GET /mail':
        return { status: 200, body: { mails: await mail.sent(url.searchParams.get('to')) } };
      case 'GET /events':
        return { status: 200, body: { events: bus.published() } };
      case 'GET /alarms':
        return { status: 200, body: { alarms: monitoring.states(deadLetters().length) } };
      case 'GET /dead-letters':
        return { status: 200, body: { deadLetters: deadLetters() } };
      case 'GET /permissions':
        return { status: 200, body: { permissions: guard.permissions() } };
      case 'POST /faults':
        return setFault(incoming, faults);
      case 'DELETE /faults':
        return { status: 200, body: { met: faults.clear(url.searchParams.get('client')) } };
      case 'DELETE /calls':
        trace.calls.clear();
        return { status: 204 };
      default:
        return { status: 404, body: { message: routes } };
    }
  };

  return createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const answered = isFromHere(incoming) ? answer(incoming) : Promise.resolve(refused);
    answered.then(
      ({ status, body }) => {
        outgoing.writeHead(status, { 'content-type': 'application/json' });
        outgoing.end(body === undefined ? '' : JSON.stringify(body));
      },
      () => outgoing.destroy(),
    );
  });
};
