import type { InputOf, OutputOf, PublicOperation } from '../../contract/operation.ts';
import type { Context } from '../../domain/request.ts';
import { readToken } from '../../domain/sessions/tokens.ts';
import { chain } from './chain.ts';
import { contextOf, type RequestNeeds, readRequest, respond } from './exchange.ts';
import { readCredentials } from './request/transport.ts';

type UseCase<Op extends PublicOperation, Needs> = (
  needs: Needs,
  context: Context,
  input: InputOf<Op>,
) => Promise<OutputOf<Op>>;

/** An operation that anyone may call as a Lambda handler: log, headers, problems, parsing, use case, reply. */
export const publicEndpoint = <Op extends PublicOperation, Needs extends RequestNeeds>(
  operation: Op,
  needs: Needs,
  useCase: UseCase<Op, Needs>,
) =>
  chain(operation.id, needs, async (event, { facts }) => {
    const context = contextOf(needs, event, facts);
    const found = readCredentials(event, needs.origin);
    // Signing in does not depend on any session that the browser still has.
    const sent = { ...found, isCookieSession: false };
    const read = readRequest(operation, needs, event, sent);
    const { input, transport, idempotency } = read;
    // The previous session ends only if the browser's cookie is overwritten, and only for requests from our own pages.
    const isLeaving = transport === 'cookie' && found.isCookieSession;
    const leaving = isLeaving ? (readToken('session', found.session ?? '') ?? undefined) : undefined;
    const output = await useCase(needs, { ...context, leaving, idempotency }, input);
    return respond(operation, needs, output, { context, sent, read });
  });
