import * as z from 'zod/mini';
import type { InputOf, Operation } from '../../contract/operation.ts';
import type { Context } from '../../domain/request.ts';
import type { Idempotency } from '../../domain/sessions/idempotency.ts';
import type { ChainNeeds } from './chain.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { isForged } from './request/by-edge.ts';
import { clientOf } from './request/client.ts';
import { readIdempotency } from './request/idempotency-key.ts';
import { parseInput } from './request/parse-input.ts';
import {
  type Credentials,
  chooseTransport,
  type Input,
  intoCookies,
  requireSameOrigin,
  type Transport,
} from './request/transport.ts';
import { type Image, imageResponse } from './response/image.ts';
import type { Facts } from './response/request-log.ts';

/* How a request is read and answered, whoever may call. */

export type RequestNeeds = ChainNeeds & {
  /** Where the pages live: the only site whose requests with cookies are accepted. */
  origin: string;
};

/** What is known about a request before it is read. */
export const contextOf = ({ originSecret }: ChainNeeds, event: HttpEvent, facts: Facts): Context => {
  const client = clientOf(event, originSecret);
  const note: Context['note'] = (noted) => void Object.assign(facts, noted);
  note({ ip: client.ip, ...(isForged(event, originSecret) && { edge: 'forged' as const }) });
  return { now: facts.startedAt, client, note };
};

export type Read<Op extends Operation> = {
  input: InputOf<Op> & Input;
  transport: Transport;
  idempotency: Idempotency | undefined;
};

/**
 * @throws Failure `request_invalid`, `payload_too_large`, `media_type_unsupported`, `origin_rejected`
 */
export const readRequest = <Op extends Operation>(
  operation: Op,
  { origin }: RequestNeeds,
  event: HttpEvent,
  sent: Credentials,
): Read<Op> => {
  const parsed = parseInput(operation, event);
  const { tokens, transport } = chooseTransport(operation, parsed, sent);
  const input = { ...parsed, ...tokens };
  // A session's cookie has passed this check already, before anything was done with it.
  if (transport === 'cookie' && !sent.isCookieSession) requireSameOrigin(event, origin);
  return { input, transport, idempotency: readIdempotency(operation, event, input, sent) };
};

type Answering = { context: Context; sent: Credentials; read: { input: Input; transport: Transport } };

/** The reply passes the contract's schema on its way out: what is not in the contract does not leave. */
export const respond = (
  operation: Operation,
  { origin }: RequestNeeds,
  output: unknown,
  { context: { now }, sent, read: { input, transport } }: Answering,
): HttpResponse => {
  if (operation.image) return imageResponse(output as Image);
  if (!operation.reply) return { statusCode: operation.status, headers: {} };
  const parsed = z.parse(operation.reply, output);
  const exchange = { now, sent, answered: input.challengeToken, origin };
  const { reply, cookies } =
    transport === 'cookie' ? intoCookies(parsed as object, exchange) : { reply: parsed, cookies: [] };
  return {
    statusCode: operation.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    ...(cookies.length > 0 && { cookies }),
    body: JSON.stringify(reply),
  };
};
