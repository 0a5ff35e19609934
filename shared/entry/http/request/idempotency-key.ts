import type { Operation } from '../../../contract/operation.ts';
import { Failure } from '../../../domain/errors.ts';
import { IDEMPOTENCY_KEY } from '../../../domain/fields.ts';
import { type Idempotency, idempotencyOf } from '../../../domain/sessions/idempotency.ts';
import type { HttpEvent } from '../event.ts';
import type { Credentials, Input } from './transport.ts';

/**
 * What allows the same request to be answered again, if the client asks for that and presents a token.
 * @throws Failure `request_invalid` for a key that is easy to guess
 */
export const readIdempotency = (
  { id, auth, idempotencyKey }: Operation,
  { headers }: HttpEvent,
  { challengeToken, deviceToken: _, ...input }: Input,
  { session }: Credentials,
): Idempotency | undefined => {
  // The draft puts it in quotes, as a Structured Field string; most clients do not.
  const key = headers['idempotency-key']?.replace(/^"(.*)"$/, '$1');
  if (!idempotencyKey || key === undefined) return undefined;
  if (!IDEMPOTENCY_KEY.test(key)) {
    throw new Failure('request_invalid', {
      errors: [{ pointer: '#', detail: 'Idempotency-Key takes 16 to 64 letters, digits, - or _: a UUID, for example' }],
    });
  }
  // What no one else has: the token of the session, the challenge, or the link.
  const token = auth === 'none' ? (challengeToken ?? input.token) : session;
  return token === undefined ? undefined : idempotencyOf({ key, token, operation: id, input });
};
