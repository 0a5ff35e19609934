import * as z from 'zod/mini';
import type { Operation } from '../../shared/contract/operation.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Fault } from '../../shared/domain/errors.ts';
import type { ApiErrorCode } from '../texts/en/errors.ts';
import { ApiError } from './api-error.ts';
import { noteServerTime } from './server-clock.ts';

const filled = (path: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } => {
  const rest = { ...input };
  const done = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  return { path: done, rest };
};

const query = (fields: Record<string, unknown>): string => {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

/** API Gateway and the edge answer in their own format if no function did. */
const codeOf = (status: number): ApiErrorCode => {
  if (status === 429) return 'too_many_attempts';
  if (status === 413) return 'payload_too_large';
  // This includes a function that crashed: the API answers 500 in its place.
  return status >= 500 ? 'temporarily_unavailable' : 'internal';
};

const apiErrorOf = async (answer: Response): Promise<ApiError> => {
  const retryAfter = Number(answer.headers.get('retry-after')) || undefined;
  const waiting = retryAfter === undefined ? {} : { retryAfter };
  const parsed = z.safeParse(Problem, await answer.json().catch(() => null));
  if (!parsed.success) return new ApiError(codeOf(answer.status), waiting);
  const { code, errors = [] } = parsed.data;
  const faults = Object.fromEntries(
    errors.map(({ pointer, ...fault }) => [pointer.replace(/^#\//, ''), fault as Fault]),
  );
  return new ApiError(code, { ...waiting, faults });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * One request for an operation, and its answer as the contract describes it.
 * @param key its Idempotency-Key, if it takes one
 * @throws ApiError
 */
export const ask = async (
  operation: Operation,
  input: Record<string, unknown>,
  key: string | undefined,
): Promise<unknown> => {
  const { path, rest } = filled(operation.path, input);
  const isQuery = operation.method === 'GET';
  const body = operation.body && JSON.stringify(rest);
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const url = path + (isQuery ? query(rest) : '');
  const sent = { method: operation.method, headers, ...(body !== undefined && { body }) };
  const answer = await fetch(url, sent).catch(() => {
    throw new ApiError('offline');
  });
  noteServerTime(answer.headers.get('date'));
  if (!answer.ok) throw await apiErrorOf(answer);
  if (!operation.reply) return undefined;
  const text = await answer.text().catch(() => {
    // The work was done, but the rest of the answer was lost.
    throw new ApiError('offline');
  });
  const reply = z.safeParse(operation.reply, parsed(text));
  if (!reply.success) throw new ApiError('internal');
  return reply.data;
};
