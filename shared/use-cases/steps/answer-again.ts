import type { KeptReply } from '../../domain/entities/kept-reply.ts';
import { Failure, type FailureCode } from '../../domain/errors.ts';
import { IV_BYTES } from '../../domain/idempotency.ts';
import { isOver, SECOND } from '../../domain/instant.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { Context } from '../../domain/request.ts';
import type { Random } from '../../ports.ts';
import type { KeptReplies } from '../../store-ports.ts';

export type AnswerAgainNeeds = { keptReplies: KeptReplies };

/** The answer as it is kept beside the work itself, if the client sent an Idempotency-Key. */
export const keeping = (
  { random, numbers }: { random: Random; numbers: Numbers },
  { now, idempotency }: Context,
  reply: unknown,
): KeptReply | undefined =>
  idempotency && {
    id: idempotency.id,
    sealed: idempotency.seal(reply, random.bytes(IV_BYTES)),
    expiresAt: now + numbers.idempotencySeconds * SECOND,
  };

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
export const answeringAgain = async <Reply>(
  { keptReplies }: AnswerAgainNeeds,
  { idempotency, now, note }: Context,
  userId: string | undefined,
  done: FailureCode[],
  work: () => Promise<Reply>,
): Promise<Reply> => {
  try {
    return await work();
  } catch (error) {
    if (!idempotency || userId === undefined || !(error instanceof Failure) || !done.includes(error.code)) throw error;
    const kept = await keptReplies.get(userId, idempotency.id);
    const reply = kept && !isOver(kept.expiresAt, now) ? idempotency.open(kept.sealed) : null;
    if (reply === null) throw error;
    note({ userId, reason: 'answered_again' });
    return reply as Reply;
  }
};
