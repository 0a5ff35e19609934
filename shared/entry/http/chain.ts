import middy from '@middy/core';
import type { Context as LambdaContext } from 'aws-lambda';
import { Failure } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { edgeOnly, type OriginSecret } from './request/by-edge.ts';
import { headWithoutBody } from './response/head.ts';
import { problemResponse } from './response/problem-response.ts';
import { type Facts, requestLog } from './response/request-log.ts';
import { securityHeaders } from './response/security-headers.ts';

export type ChainNeeds = { clock: Clock; log: Log; originSecret: OriginSecret };
export type Handle = (event: HttpEvent, context: { facts: Facts }) => Promise<HttpResponse>;

/** Shortly before Lambda would cut the request off without an answer, the client gets one that says: try again. */
const inTime = {
  timeoutEarlyInMillis: 250,
  timeoutEarlyResponse: (): never => {
    throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  },
};

/**
 * What every request and every answer passes through. The log line comes last and the problem first, so each sees the
 * final response; a request that may not come this way gets no further than here.
 */
export const chain = (name: string, needs: ChainNeeds, handle: Handle) =>
  middy<HttpEvent, HttpResponse, Error, LambdaContext & { facts: Facts }>(inTime)
    .use(requestLog(name, needs))
    .use(headWithoutBody())
    .use(securityHeaders())
    .use(problemResponse())
    .use(edgeOnly(needs.originSecret))
    .handler(handle);
