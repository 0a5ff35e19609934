import type { InputOf, OutputOf, SessionOperation } from '../../contract/operation.ts';
import { bestEffort } from '../../domain/best-effort.ts';
import { Failure } from '../../domain/errors.ts';
import type { CallerContext, Context } from '../../domain/request.ts';
import { isWorthTouching } from '../../domain/sessions/session.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import { type ReplayNeeds, replayIfDone } from '../../use-cases/common/replay.ts';
import { type AuthenticateNeeds, authenticate, authorize } from './authenticate.ts';
import { chain } from './chain.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { contextOf, type RequestNeeds, readRequest, respond } from './exchange.ts';
import {
  type Credentials,
  endsOwnSession,
  readCredentials,
  requireSameOrigin,
  withoutSession,
} from './request/transport.ts';

type SessionNeeds = RequestNeeds & AuthenticateNeeds & { sessions: Pick<Sessions, 'find' | 'touch'> };
/** Replay is needed only for operations that take an Idempotency-Key. */
type NeedsOf<Op extends SessionOperation> = SessionNeeds &
  (Op['idempotencyKey'] extends true ? ReplayNeeds : Partial<ReplayNeeds>);
type UseCase<Op extends SessionOperation, Needs> = (
  needs: Needs,
  context: CallerContext,
  input: InputOf<Op>,
) => Promise<OutputOf<Op>>;

/**
 * `lastSeenAt` is nice to have: it is written in parallel with the work, and a failed write does not fail the request.
 */
const touch = async ({ sessions }: SessionNeeds, { caller: { user, session }, now, note }: CallerContext) => {
  if (isWorthTouching(session, now)) await bestEffort({ note }, 'touch session', sessions.touch(user.id, session, now));
};

/**
 * The session ended because an earlier copy of this request ended it and the answer was lost: give that answer again.
 */
const answerAgain = async <Op extends SessionOperation>(
  operation: Op,
  needs: SessionNeeds & Partial<ReplayNeeds>,
  { event, context, sent, over }: { event: HttpEvent; context: Context; sent: Credentials; over: Failure },
): Promise<HttpResponse> => {
  const { idempotencyRecords, users } = needs;
  const read = readOr(over, () => readRequest(operation, needs, event, sent));
  if (!read.idempotency || !idempotencyRecords || !users) throw over;
  const asked = { ...context, idempotency: read.idempotency };
  const output = await replayIfDone({ idempotencyRecords, users }, asked, [over.code], () => Promise.reject(over));
  return respond(operation, needs, output, { context, sent, read });
};

/** A caller who may not do this learns so first, whatever else is wrong with the request. */
const readOr = <T>(over: Failure, read: () => T): T => {
  try {
    return read();
  } catch {
    throw over;
  }
};

/**
 * An operation for callers with a live session, as a Lambda handler: log, headers, problems, authentication, parsing,
 * use case, reply.
 */
export const sessionEndpoint = <Op extends SessionOperation, Needs extends NeedsOf<Op>>(
  operation: Op,
  needs: Needs,
  useCase: UseCase<Op, Needs>,
) => {
  const run = async (event: HttpEvent, context: CallerContext, sent: Credentials): Promise<HttpResponse> => {
    const read = readRequest(operation, needs, event, sent);
    const { input, transport, idempotency } = read;
    authorize(operation, context.caller, context.now, needs.security, input);
    const output = await useCase(needs, { ...context, idempotency }, input);
    const response = respond(operation, needs, output, { context, sent, read });
    const isSignedOut = transport === 'cookie' && endsOwnSession(operation, input, sent);
    return isSignedOut ? { ...response, ...withoutSession(needs.origin) } : response;
  };

  return chain(operation.id, needs, async (event, { facts }) => {
    const context = contextOf(needs, event, facts);
    const sent = readCredentials(event, needs.origin);
    // Checked before the session is looked up: a request from another site must not even count as use of the session.
    if (sent.isCookieSession) requireSameOrigin(event, needs.origin);
    const caller = await authenticate(needs, sent.session, context.now);
    if (caller instanceof Failure) return answerAgain(operation, needs, { event, context, sent, over: caller });
    context.note({ userId: caller.user.id });
    authorize(operation, caller, context.now, needs.security);
    const called: CallerContext = { ...context, caller };
    const isUse = operation.touches === undefined || event.queryStringParameters?.touch === 'true';
    const [response] = await Promise.all([run(event, called, sent), isUse ? touch(needs, called) : undefined]);
    return response;
  });
};
