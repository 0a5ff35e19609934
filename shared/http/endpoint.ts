import middy from '@middy/core';
import * as z from 'zod/mini';
import type { InputOf, Operation, OutputOf } from '../contract/operation.ts';
import { Failure } from '../domain/errors.ts';
import type { Caller, CallerContext, Context } from '../domain/request.ts';
import { isWorthTouching } from '../domain/session.ts';
import type { Clock, Log } from '../ports.ts';
import type { Sessions } from '../store-ports.ts';
import { type AuthenticateNeeds, authenticate, authorize } from './authenticate.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { parseInput } from './parse-input.ts';
import { problemResponse } from './problem-response.ts';
import { type Facts, requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

type OpenNeeds = { clock: Clock; log: Log };
type GuardedNeeds = OpenNeeds & AuthenticateNeeds & { sessions: Pick<Sessions, 'find' | 'touch'> };

type NeedsOf<Op extends Operation> = Op['auth'] extends 'none' ? OpenNeeds : GuardedNeeds;
type ContextOf<Op extends Operation> = Op['auth'] extends 'none' ? Context : CallerContext;
type UseCase<Op extends Operation, Needs> = (
  needs: Needs,
  context: ContextOf<Op>,
  input: InputOf<Op>,
) => Promise<OutputOf<Op>>;

const LONGEST_USER_AGENT = 256;

/** Shortly before Lambda would cut the request off without an answer, the client gets one that says: try again. */
const inTime = {
  timeoutEarlyInMillis: 250,
  timeoutEarlyResponse: (): never => {
    throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  },
};

const client = ({ headers, requestContext }: HttpEvent) => ({
  ip: requestContext.http.sourceIp,
  userAgent: (headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT),
});

/** The reply passes the contract's schema on its way out: what is not in the contract does not leave. */
const respond = (operation: Operation, output: unknown): HttpResponse =>
  operation.reply
    ? {
        statusCode: operation.status,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(z.parse(operation.reply, output)),
      }
    : { statusCode: operation.status, headers: {} };

/** `lastSeenAt` is a courtesy: it is written beside the work, and a failure to write it fails nothing. */
const touch = async ({ sessions }: GuardedNeeds, { user, session }: Caller, now: number): Promise<void> => {
  if (isWorthTouching(session, now)) await sessions.touch(user.id, session, now).catch(() => undefined);
};

type Handle = (event: HttpEvent, context: { facts: Facts }) => Promise<HttpResponse>;

/** What every answer passes through. The log line comes last and the problem first, so each sees the final response. */
export const chain = (name: string, needs: OpenNeeds, handle: Handle) =>
  middy<HttpEvent, HttpResponse>(inTime)
    .use(requestLog(name, needs))
    .use(securityHeaders())
    .use(problemResponse())
    .handler(handle as never);

/**
 * An operation of the contract as a Lambda handler: log, headers, problems, authentication, parsing, use case, reply.
 */
export const endpoint = <Op extends Operation, Needs extends NeedsOf<Op>>(
  operation: Op,
  needs: Needs,
  useCase: UseCase<Op, Needs>,
) => {
  const handle: Handle = async (event, { facts }) => {
    const now = facts.startedAt;
    const note = (fact: { userId: string }): void => void Object.assign(facts, fact);
    const context: Context = { now, client: client(event), note };
    if (operation.auth === 'none') {
      const output = await useCase(needs, context as ContextOf<Op>, parseInput(operation, event));
      return respond(operation, output);
    }
    const guarded = needs as unknown as GuardedNeeds;
    const caller = await authenticate(guarded, event.headers.authorization, now);
    note({ userId: caller.user.id });
    authorize(operation.auth, caller, now, guarded.numbers);
    const input = parseInput(operation, event);
    const [output] = await Promise.all([
      useCase(needs, { ...context, caller } as ContextOf<Op>, input),
      touch(guarded, caller, now),
    ]);
    return respond(operation, output);
  };

  return chain(operation.id, needs, handle);
};
