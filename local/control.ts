import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Trace } from './aws/trace.ts';
import type { Guard } from './iam/guard.ts';
import type { SharedClock } from './lambda/clock.ts';

type Options = { clock: SharedClock; trace: Trace; guard: Guard };
type Reply = { status: number; body?: unknown };

const MOST_SECONDS = 10 * 365 * 24 * 3600;

const advance = async (incoming: IncomingMessage, clock: SharedClock): Promise<Reply> => {
  const body = (await json(incoming).catch(() => null)) as { advanceSeconds?: unknown } | null;
  const seconds = body?.advanceSeconds;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || Math.abs(seconds) > MOST_SECONDS) {
    return { status: 400, body: { message: 'Send {"advanceSeconds": <number>}' } };
  }
  clock.advance(seconds);
  return { status: 200, body: { offsetSeconds: clock.offsetMs() / 1_000 } };
};

/** Outside the product: moves the functions' clock and tells which AWS calls were made. */
export const createControl = ({ clock, trace, guard }: Options) => {
  const answer = async (incoming: IncomingMessage): Promise<Reply> => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    switch (`${incoming.method} ${url.pathname}`) {
      case 'POST /clock':
        return advance(incoming, clock);
      case 'GET /calls':
        return { status: 200, body: { calls: trace.of(url.searchParams.get('requestId')) } };
      case 'GET /permissions':
        return { status: 200, body: { permissions: guard.permissions() } };
      case 'DELETE /calls':
        trace.clear();
        return { status: 204 };
      default:
        return { status: 404, body: { message: 'POST /clock, GET /calls, DELETE /calls, GET /permissions' } };
    }
  };

  return createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    answer(incoming).then(
      ({ status, body }) => {
        outgoing.writeHead(status, { 'content-type': 'application/json' });
        outgoing.end(body === undefined ? '' : JSON.stringify(body));
      },
      () => outgoing.destroy(),
    );
  });
};
