import type { Erasure } from '../../../domain/entities/erasure.ts';
import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Client, Context } from '../../../domain/request.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Deletion, Deletions } from '../../../ports/lifecycle/deletions.ts';
import { keyIsTaken } from '../../common/replay.ts';

export type EndAccountNeeds = { deletions: Pick<Deletions, 'delete'>; ids: Ids };
type Deleting = Omit<Deletion, 'erasure' | 'now'> & { actorId: string };

/** What the erasure needs to know once the user is gone. */
const erasureOf = (
  user: User,
  client: Client,
  { id, at, actorId }: Pick<Erasure, 'id' | 'at' | 'actorId'>,
): Erasure => ({
  ...{ id, at, actorId, ...client, userId: user.id, organizationId: user.organizationId },
  ...{ email: user.email, name: user.name, permissions: user.permissions },
  ...(user.language && { language: user.language }),
  ...(user.timeZone && { timeZone: user.timeZone }),
  hadPassword: user.passwordVersion > 0,
});

/**
 * Ends an account for good. What is left of its data is erased minutes later, when no request that began before can
 * still write.
 * @throws Failure `last_administrator`, `permission_required`
 */
export const endAccount = async (
  { deletions, ids }: EndAccountNeeds,
  { now, client }: Pick<Context, 'now' | 'client'>,
  { actorId, ...deletion }: Deleting,
): Promise<'deleted' | 'changed'> => {
  const { user, by } = deletion;
  const erasure = erasureOf(user, client, { id: by?.event.id ?? ids.next(now), at: now, actorId });
  const outcome = await deletions.delete({ ...deletion, erasure, now });
  if (outcome === 'last_administrator') throw new Failure('last_administrator');
  if (outcome === 'actor_gone') throw new Failure('permission_required');
  if (outcome === 'done_before') throw keyIsTaken();
  return outcome;
};
