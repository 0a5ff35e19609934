import { randomUUID } from 'node:crypto';
import type { Faults } from '../aws/faults.ts';
import type { SharedClock } from '../lambda/clock.ts';
import type { Lambdas } from '../lambda/lambdas.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import type { LocalApi } from '../template/functions.ts';
import { accessLine } from './access-log.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { eventOf, type FunctionResponse, matchRoute } from './payload.ts';
import type { Requests } from './requests.ts';
import { createThrottle } from './throttle.ts';

type Options = {
  api: LocalApi;
  lambdas: Lambdas;
  requests: Requests;
  clock: SharedClock;
  faults: Faults;
  monitoring: Pick<Monitoring, 'answered' | 'throttledFunction'>;
  log(line: string): void;
};
type Answer = HttpAnswer & { error?: string };

/** API Gateway's own limit for HTTP APIs. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** An answer by the gateway itself, in its own format. */
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
export const createGateway = ({ api, lambdas, requests, clock, faults, monitoring, log }: Options) => {
  const throttle = createThrottle(api);

  const answer = async (request: HttpRequest, requestId: string): Promise<{ key: string; answer: Answer }> => {
    const { pathname } = new URL(`http://localhost${request.url}`);
    const matched = matchRoute(api.routes, request.method, pathname);
    const key = matched?.key ?? '$default';
    if (!throttle.take(key)) return { key, answer: own(429, 'Too Many Requests') };
    if (request.body.length > LARGEST_BODY) return { key, answer: own(413, 'Request Entity Too Large') };
    const { id } = matched?.function ?? api.fallback;
    const invoked = { service: 'lambda', action: 'Invoke', function: id, client: request.viewerIp, isFunction: true };
    if (faults.meet(invoked)) {
      monitoring.throttledFunction();
      return { key, answer: own(503, 'Service Unavailable') };
    }
    const event = eventOf(request, matched ?? { key, pathParameters: {} }, requestId);
    const outcome = await lambdas.invoke(id, {
      event,
      requestId,
      clockOffsetMs: clock.offsetOf(request.viewerIp),
    });
    if (outcome.ok) return { key, answer: passed(outcome.result as FunctionResponse) };
    const timedOut = outcome.error === 'Sandbox.Timedout';
    return { key, answer: timedOut ? own(503, 'Service Unavailable') : own(500, 'Internal Server Error') };
  };

  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    requests.begin(requestId, request.viewerIp);
    const { key, answer: given } = await answer(request, requestId).finally(() => requests.end(requestId));
    const latencyMs = Math.round(performance.now() - startedAt);
    monitoring.answered(request.viewerIp, given.status, latencyMs);
    log(accessLine(api.logFormat, { request, requestId, key, latencyMs, ...given }));
    return given;
  };
};
