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

/** Of whom an answer speaks: as they are when the work is done, and the session that it hands out, if it does. */
type Answered = { userId: string; authVersion: number; sessionHash?: string };

/** The answer as it is kept beside the work itself, if the client sent an Idempotency-Key. */
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

/** Whether what the answer says is still so: nothing has ended the sessions since, nor the one that it hands out. */
const stillHolds = (kept: IdempotencyRecord, user: User | null, now: Instant): boolean =>
  !isOver(kept.expiresAt, now) &&
  user?.status === 'active' &&
  user.authVersion === kept.authVersion &&
  (kept.sessionHash === undefined || kept.sessionHash in user.sessions);

/** What an Idempotency-Key that stands for another request is answered with. */
export const keyIsTaken = (): Failure =>
  new Failure('request_invalid', {
    errors: [{ pointer: '#', detail: 'This Idempotency-Key was used for another request' }],
  });

/**
 * What was done already is not done again: where the work fails because there is nothing left to do, and it was this
 * very request that did it, its answer is given again.
 * @param done the failures that may mean so
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
