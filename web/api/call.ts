import type * as z from 'zod/mini';
import type { Operation } from '../../shared/contract/operation.ts';
import { ApiError } from './api-error.ts';
import { ask } from './ask.ts';

type Sent<Schema> = Schema extends z.core.$ZodType ? z.input<Schema> : unknown;
/** An operation's input: path, query and body in one object. */
export type SentTo<Op extends Operation> = Sent<Op['params']> & Sent<Op['query']> & Sent<Op['body']>;
/** An operation's answer; nothing if the contract has no reply. */
export type ReplyOf<Op extends Operation> = Op['reply'] extends z.core.$ZodType ? z.output<Op['reply']> : undefined;

/** `over` when a session has ended, `missing` when there was none: every page then leads to sign-in. */
export const sessionEvents = new EventTarget();
let hadSession = false;

/** Whether only the answer may be missing although the work was done. */
const isLost = ({ code }: ApiError): boolean => code === 'offline' || code === 'temporarily_unavailable';

/** Keys of requests whose answer was lost: pressing the button again repeats the same request. */
const lost = new Map<string, { key: string; until: number }>();
const KEPT_MS = 60_000;
const PAUSE_MS = 1_000;

const askWithKey = async (operation: Operation, input: Record<string, unknown>): Promise<unknown> => {
  const request = JSON.stringify([operation.id, input]);
  const known = lost.get(request);
  const key = known && known.until > Date.now() ? known.key : crypto.randomUUID();
  lost.delete(request);
  try {
    return await ask(operation, input, key);
  } catch (error) {
    if (error instanceof ApiError && isLost(error)) lost.set(request, { key, until: Date.now() + KEPT_MS });
    throw error;
  }
};

/** If an answer is lost, requests that are safe to repeat are sent a second time, after a moment. */
const askAgain = async (operation: Operation, input: Record<string, unknown>): Promise<unknown> => {
  if (!operation.idempotencyKey) return ask(operation, input, undefined);
  return askWithKey(operation, input).catch(async (error: unknown) => {
    if (!(error instanceof ApiError) || !isLost(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, (error.retryAfter ?? 1) * PAUSE_MS));
    return askWithKey(operation, input);
  });
};

/** Calls in progress that may return another session token. */
const changing = new Set<Promise<unknown>>();

const askOnce = (operation: Operation, input: Record<string, unknown>): Promise<unknown> => {
  const asked = askAgain(operation, input);
  if (operation.method === 'GET') return asked;
  const isSettled = asked.then(
    () => undefined,
    () => undefined,
  );
  changing.add(isSettled);
  // Runs before anyone waits for the answer itself: two calls that wait for each other would wait forever.
  return asked.finally(() => changing.delete(isSettled));
};

const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.code === 'session_required';

/**
 * Account changes rotate the token: a request sent with the old one, from this page or another tab, is refused although
 * no one signed out. Since nothing was done then, it is sent once more, with the current token, after the page's own
 * changes have settled.
 */
const askInSession = async (operation: Operation, input: Record<string, unknown>): Promise<unknown> => {
  const isInSession = hadSession && operation.auth !== 'none';
  try {
    return await askOnce(operation, input);
  } catch (error) {
    if (!isSignedOut(error) || !isInSession) throw error;
    await Promise.all(changing);
    return askOnce(operation, input);
  }
};

/**
 * Calls an operation as a page of its own origin: tokens travel in cookies that scripts cannot read.
 * @throws ApiError
 */
export const call = async <const Op extends Operation>(operation: Op, input: SentTo<Op>): Promise<ReplyOf<Op>> => {
  try {
    const reply = await askInSession(operation, input as Record<string, unknown>);
    if (operation.auth !== 'none') hadSession = operation.endsSession !== 'always';
    return reply as ReplyOf<Op>;
  } catch (error) {
    if (isSignedOut(error)) {
      sessionEvents.dispatchEvent(new Event(hadSession ? 'over' : 'missing'));
      hadSession = false;
    }
    throw error;
  }
};
