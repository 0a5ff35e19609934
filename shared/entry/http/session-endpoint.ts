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
/** What answers again is needed where an Idempotency-Key is taken. */
type NeedsOf<Op extends SessionOperation> = SessionNeeds &
  (Op['idempotencyKey'] extends true ? ReplayNeeds : Partial<ReplayNeeds>);
type UseCase<Op extends SessionOperation, Needs> = (
  needs: Needs,
  context: CallerContext,
  input: InputOf<Op>,
) => Promise<OutputOf<Op>>;

/** `lastSeenAt` is a courtesy: it is written beside the work, and a failure to write it fails nothing. */
const touch = async ({ sessions }: SessionNeeds, { caller: { user, session }, now, note }: CallerContext) => {
  if (isWorthTouching(session, now)) await bestEffort({ note }, 'touch session', sessions.touch(user.id, session, now));
};

/** The session is over because this very request ended it, and its answer was lost: it is given again. */
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

/** Who may not come in is told so, whatever else is wrong with the request. */
const readOr = <T>(over: Failure, read: () => T): T => {
  try {
    return read();
  } catch {
    throw over;
  }
};

/**
 * An operation for whoever has a live session as a Lambda handler: log, headers, problems, authentication, parsing,
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
    // Before the session is looked up: a request from another site must not even count as its use.
    if (sent.isCookieSession) requireSameOrigin(event, needs.origin);
    const caller = await authenticate(needs, sent.session, context.now);
    if (caller instanceof Failure) return answerAgain(operation, needs, { event, context, sent, over: caller });
    context.note({ userId: caller.user.id });
    authorize(operation, caller, context.now, needs.security);
    const called: CallerContext = { ...context, caller };
    const [response] = await Promise.all([run(event, called, sent), touch(needs, called)]);
    return response;
  });
};
