import { inviteAgain } from '../../../shared/contract/operations/administration.ts';
import { remindUsers } from '../../../shared/contract/operations/follow-up.ts';
import { updateUser } from '../../../shared/contract/operations/users.ts';
import { ApiError } from '../../api/api-error.ts';
import { call, type ReplyOf } from '../../api/call.ts';
import type { WithIdentity } from '../../identity/use-identity.tsx';
import type { UserView } from './all-users.ts';

/* What can be done to many users at once, a few of them per request. */

export type BulkAction = 'remind' | 'invite' | 'suspend';

/** Whom an action is for: the others of a selection are left alone. */
export const suits: Record<BulkAction, (user: UserView, ownId: string) => boolean> = {
  // Someone who has not set a password yet has nothing to protect: that takes an invitation.
  remind: ({ twoFactor, state }) =>
    twoFactor.status === 'disabled' && (state === 'active' || state === 'never_signed_in'),
  invite: ({ state }) => state === 'invited',
  suspend: ({ state, id }, ownId) => state !== 'suspended' && id !== ownId,
};

export type Skipped = ReplyOf<typeof remindUsers>['skipped'];
/** Undefined: the person canceled the confirmation of their identity. */
type Done = { done: number; skipped?: Skipped } | undefined;

/** Why one person cannot be helped any more, which says nothing about the others. */
const ofOne = new Set(['not_found', 'user_suspended', 'last_administrator', 'mail_required']);

/** What one request does. */
const AT_ONCE: Record<BulkAction, number> = { remind: 50, invite: 1, suspend: 1 };

const send = async (action: BulkAction, ids: string[], withIdentity: WithIdentity): Promise<Done> => {
  const [userId = ''] = ids;
  switch (action) {
    case 'remind': {
      const { reminded, skipped } = await call(remindUsers, { userIds: ids });
      return { done: reminded.length, skipped };
    }
    case 'invite':
      return (await withIdentity(() => call(inviteAgain, { userId }))) && { done: 1 };
    case 'suspend':
      return (await withIdentity(() => call(updateUser, { userId, status: 'suspended' }))) && { done: 1 };
  }
};

const SECOND_MS = 1_000;
/** An administrator may do so much a minute: the rest waits its turn. */
const patiently = async (work: () => Promise<Done>): Promise<Done> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const wait = error instanceof ApiError && error.code === 'too_many_attempts' ? error.retryAfter : undefined;
      if (wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait * SECOND_MS));
    }
  }
};

type Progress = { done: number; skipped: Skipped; isComplete: boolean };
type Work = {
  action: BulkAction;
  ids: string[];
  withIdentity: WithIdentity;
  /** How many of them have been dealt with, and who just now. */
  onProgress(count: number, ids: string[]): void;
  isStopped(): boolean;
};

/** Does it to all of them, until it is stopped or something goes wrong. */
export const doToAll = async ({ action, ids, withIdentity, onProgress, isStopped }: Work): Promise<Progress> => {
  const progress: Progress = { done: 0, skipped: [], isComplete: false };
  for (let from = 0; from < ids.length; from += AT_ONCE[action]) {
    if (isStopped()) return progress;
    const part = ids.slice(from, from + AT_ONCE[action]);
    const outcome = await patiently(() => send(action, part, withIdentity)).catch((error: unknown): Done => {
      if (error instanceof ApiError && AT_ONCE[action] === 1 && ofOne.has(error.code)) return { done: 0 };
      throw error;
    });
    if (!outcome) return progress;
    progress.done += outcome.done;
    progress.skipped.push(...(outcome.skipped ?? []));
    onProgress(from + part.length, part);
  }
  return { ...progress, isComplete: true };
};
