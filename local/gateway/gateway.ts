import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Lambdas } from '../lambda/lambdas.ts';
import type { LocalApi } from '../template/functions.ts';
import { accessLine } from './access-log.ts';
import { eventOf, type FunctionResponse, matchRoute } from './payload.ts';
import { createThrottle } from './throttle.ts';

type Options = { api: LocalApi; lambdas: Lambdas; log(line: string): void };
type Answer = { status: number; headers: Record<string, string | string[]>; body: Buffer; error?: string };

/** API Gateway's own limit for HTTP APIs. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** An answer of the gateway itself, in its own form. */
const own = (status: number, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
  error: message,
});

const passed = ({ statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded }: FunctionResponse): Answer => ({
  status: statusCode,
  headers: { ...headers, ...(cookies && { 'set-cookie': cookies }) },
  body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
});

/** An HTTP API: the template's routes and throttle, in front of the functions. */
export const createGateway = ({ api, lambdas, log }: Options) => {
  const throttle = createThrottle(api);

  const answer = async (incoming: IncomingMessage, requestId: string): Promise<{ key: string; answer: Answer }> => {
    const { pathname } = new URL(`http://localhost${incoming.url ?? '/'}`);
    const matched = matchRoute(api.routes, incoming.method ?? 'GET', pathname);
    const key = matched?.key ?? '$default';
    // Read before anything is refused: a client that is still sending would see a broken connection, not the answer.
    const body = await buffer(incoming);
    if (!throttle.take()) return { key, answer: own(429, 'Too Many Requests') };
    if (body.length > LARGEST_BODY) return { key, answer: own(413, 'Request Entity Too Large') };
    const event = eventOf(incoming, body, matched ?? { key, pathParameters: {} }, requestId);
    const outcome = await lambdas.invoke((matched?.function ?? api.fallback).id, event, requestId);
    if (outcome.ok) return { key, answer: passed(outcome.result as FunctionResponse) };
    const timedOut = outcome.error === 'Sandbox.Timedout';
    return { key, answer: timedOut ? own(503, 'Service Unavailable') : own(500, 'Internal Server Error') };
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const { key, answer: given } = await answer(incoming, requestId);
    outgoing.writeHead(given.status, { ...given.headers, 'content-length': given.body.length });
    outgoing.end(given.body);
    const latencyMs = Math.round(performance.now() - startedAt);
    log(accessLine(api.logFormat, { incoming, requestId, key, latencyMs, ...given }));
  };

  return createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
};
