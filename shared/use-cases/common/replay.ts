import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure, type FailureCode } from '../../domain/errors.ts';
import { type Instant, isOver, SECOND } from '../../domain/instant.ts';
import type { Context } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { IV_BYTES } from '../../domain/sessions/idempotency.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { Random } from '../../ports/random.ts';
import type { IdempotencyRecords } from '../../ports/tokens/idempotency-records.ts';

export type ReplayNeeds = { idempotencyRecords: IdempotencyRecords; users: Pick<Users, 'get'> };

/** Who an answer is about: the user as they are once the work is done, and the session that it hands out, if any. */
type Answered = { userId: string; authVersion: number; sessionHash?: string };

/** Seals the reply, to be stored in the same transaction as the work, if the client sent an Idempotency-Key. */
export const sealReply = (
  { random, security }: { random: Random; security: SecuritySettings },
  { now, idempotency }: Context,
  answered: Answered,
  reply: unknown,
): IdempotencyRecord | undefined =>
  idempotency && {
    id: idempotency.id,
    sealed: idempotency.seal(reply, random.bytes(IV_BYTES)),
    expiresAt: now + security.idempotencySeconds * SECOND,
    ...answered,
  };

/** Whether the answer is still true: nothing has ended the user's sessions since, or the one that it hands out. */
const stillHolds = (kept: IdempotencyRecord, user: User | null, now: Instant): boolean =>
  !isOver(kept.expiresAt, now) &&
  user?.status === 'active' &&
  user.authVersion === kept.authVersion &&
  (kept.sessionHash === undefined || kept.sessionHash in user.sessions);

/** The failure for an Idempotency-Key that was used for another request. */
export const keyIsTaken = (): Failure =>
  new Failure('request_invalid', {
    errors: [{ pointer: '#', detail: 'This Idempotency-Key was used for another request' }],
  });

/**
 * Idempotent retry. If `work` fails with one of `done`, and the reply to this very request is stored, returns that
 * reply.
 * @param done codes that may mean "this request succeeded before"
 */
export const replayIfDone = async <Reply>(
  { idempotencyRecords, users }: ReplayNeeds,
  { idempotency, now, note }: Context,
  done: FailureCode[],
  work: () => Promise<Reply>,
): Promise<Reply> => {
  try {
    return await work();
  } catch (error) {
    if (!idempotency || !(error instanceof Failure) || !done.includes(error.code)) throw error;
    const kept = await idempotencyRecords.get(idempotency.id);
    const reply = kept && idempotency.open(kept.sealed);
    if (!kept || !reply || !stillHolds(kept, await users.get(kept.userId), now)) throw error;
    note({ userId: kept.userId, reason: 'answered_again' });
    return reply as Reply;
  }
};
