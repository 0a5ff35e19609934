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

/** Shortly before Lambda would cut off the request without an answer, the client gets one that says to try again. */
const inTime = {
  timeoutEarlyInMillis: 250,
  timeoutEarlyResponse: (): never => {
    throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  },
};

/**
 * The steps that every request and every answer passes through. The log line comes last and the problem response first,
 * so that each sees the final response; a refused request gets no further than this.
 */
export const chain = (name: string, needs: ChainNeeds, handle: Handle) =>
  middy<HttpEvent, HttpResponse, Error, LambdaContext & { facts: Facts }>(inTime)
    .use(requestLog(name, needs))
    .use(headWithoutBody())
    .use(securityHeaders())
    .use(problemResponse())
    .use(edgeOnly(needs.originSecret))
    .handler(handle);
