import * as z from 'zod/mini';
import type { InputOf, Operation, OutputOf } from '../../contract/operation.ts';
import { bestEffort } from '../../domain/best-effort.ts';
import { Failure } from '../../domain/errors.ts';
import type { Caller, CallerContext, Context } from '../../domain/request.ts';
import { isWorthTouching } from '../../domain/sessions/session.ts';
import { readToken } from '../../domain/sessions/tokens.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';
import { type AnswerAgainNeeds, answeringAgain } from '../../use-cases/common/answer-again.ts';
import { type AuthenticateNeeds, authenticate, authorize } from './authenticate.ts';
import { type ChainNeeds, chain, type Handle } from './chain.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import type { OriginSecret } from './request/by-edge.ts';
import { clientAddress } from './request/client-address.ts';
import { readIdempotency } from './request/idempotency-key.ts';
import { parseInput } from './request/parse-input.ts';
import {
  type Credentials,
  chooseTransport,
  endsOwnSession,
  type Input,
  intoCookies,
  readCredentials,
  requireSameOrigin,
  type Transport,
  withoutSession,
} from './request/transport.ts';

type OpenNeeds = ChainNeeds & {
  /** Where the pages live: the only site whose requests by cookie are taken. */
  origin: string;
};
/** What answers again is needed where an Idempotency-Key is taken. */
type GuardedNeeds = OpenNeeds & AuthenticateNeeds & AnswerAgainNeeds & { sessions: Pick<Sessions, 'find' | 'touch'> };

type NeedsOf<Op extends Operation> = Op['auth'] extends 'none'
  ? OpenNeeds
  : Op['idempotencyKey'] extends true
    ? GuardedNeeds
    : Omit<GuardedNeeds, keyof AnswerAgainNeeds>;
type ContextOf<Op extends Operation> = Op['auth'] extends 'none' ? Context : CallerContext;
type UseCase<Op extends Operation, Needs> = (
  needs: Needs,
  context: ContextOf<Op>,
  input: InputOf<Op>,
) => Promise<OutputOf<Op>>;

const LONGEST_USER_AGENT = 256;

const client = (event: HttpEvent, originSecret: OriginSecret) => ({
  ip: clientAddress(event, originSecret),
  userAgent: (event.headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT),
});

/** The reply passes the contract's schema on its way out: what is not in the contract does not leave. */
const respond = (
  operation: Operation,
  output: unknown,
  transport: Transport,
  exchange: { now: number; sent: Credentials; answered: string | undefined; origin: string },
): HttpResponse => {
  if (!operation.reply) return { statusCode: operation.status, headers: {} };
  const parsed = z.parse(operation.reply, output);
  const { reply, cookies } =
    transport === 'cookie' ? intoCookies(parsed as object, exchange) : { reply: parsed, cookies: [] };
  return {
    statusCode: operation.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    ...(cookies.length > 0 && { cookies }),
    body: JSON.stringify(reply),
  };
};

/** `lastSeenAt` is a courtesy: it is written beside the work, and a failure to write it fails nothing. */
const touch = async ({ sessions }: GuardedNeeds, { note }: Context, { user, session }: Caller, now: number) => {
  if (isWorthTouching(session, now)) await bestEffort({ note }, 'touch session', sessions.touch(user.id, session, now));
};

/**
 * An operation of the contract as a Lambda handler: log, headers, problems, authentication, parsing, use case, reply.
 */
export const endpoint = <Op extends Operation, Needs extends NeedsOf<Op>>(
  operation: Op,
  needs: Needs,
  useCase: UseCase<Op, Needs>,
) => {
  const { origin } = needs;
  const guarded = needs as unknown as GuardedNeeds;

  const read = (event: HttpEvent, sent: Credentials) => {
    const { input, transport } = chooseTransport(operation, parseInput(operation, event) as Input, sent);
    // A session's cookie has passed this already, before anything was done with it.
    if (transport === 'cookie' && !sent.isCookieSession) requireSameOrigin(event, origin);
    return { input, transport, idempotency: readIdempotency(operation, event, input, sent) };
  };

  /** Who may not come in is told so, whatever else is wrong with the request. */
  const readOr = (over: Failure, event: HttpEvent, sent: Credentials) => {
    try {
      return read(event, sent);
    } catch {
      throw over;
    }
  };

  const exchangeOf = ({ now }: Context, sent: Credentials, { challengeToken: answered }: Input) => {
    return { now, sent, answered, origin };
  };

  const run = async (event: HttpEvent, context: Context, sent: Credentials): Promise<HttpResponse> => {
    const { input, transport, idempotency } = read(event, sent);
    if ('caller' in context) authorize(operation, context.caller as Caller, context.now, guarded.numbers, input);
    // Only the browser whose cookie is overwritten leaves its session, and only from our own pages.
    const leaving = transport === 'cookie' ? context.leaving : undefined;
    const asked = { ...context, leaving, idempotency } as ContextOf<Op>;
    const output = await useCase(needs, asked, input as InputOf<Op>);
    const response = respond(operation, output, transport, exchangeOf(context, sent, input));
    const isSignedOut = transport === 'cookie' && endsOwnSession(operation, input, sent);
    return isSignedOut ? { ...response, ...withoutSession(origin) } : response;
  };

  /** The session is over because this very request ended it, and its answer was lost: it is given again. */
  const answerAgain = async (event: HttpEvent, context: Context, sent: Credentials, over: Failure) => {
    const { input, transport, idempotency } = readOr(over, event, sent);
    if (!idempotency) throw over;
    const asked = { ...context, idempotency };
    const output = await answeringAgain(guarded, asked, [over.code], () => Promise.reject(over));
    return respond(operation, output, transport, exchangeOf(context, sent, input));
  };

  const handle: Handle = async (event, { facts }) => {
    const now = facts.startedAt;
    const note: Context['note'] = (noted) => void Object.assign(facts, noted);
    const context: Context = { now, client: client(event, needs.originSecret), note };
    note({ ip: context.client.ip });
    const sent = readCredentials(event, origin);
    // Signing in does not depend on whatever session the browser still has.
    if (operation.auth === 'none') {
      const leaving = sent.isCookieSession ? readToken('session', sent.session ?? '') : null;
      return run(event, { ...context, ...(leaving && { leaving }) }, { ...sent, isCookieSession: false });
    }

    // Before the session is looked up: a request from another site must not even count as its use.
    if (sent.isCookieSession) requireSameOrigin(event, origin);
    const caller = await authenticate(guarded, sent.session, now);
    if (caller instanceof Failure) return answerAgain(event, context, sent, caller);
    note({ userId: caller.user.id });
    authorize(operation, caller, now, guarded.numbers);
    const called: CallerContext = { ...context, caller };
    const [response] = await Promise.all([run(event, called, sent), touch(guarded, context, caller, now)]);
    return response;
  };

  return chain(operation.id, needs, handle);
};
