import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { Permission } from '../../domain/fields.ts';
import { HOUR, type Instant, iso } from '../../domain/instant.ts';
import type { Numbers } from '../../domain/numbers.ts';
import { issueToken } from '../../domain/tokens.ts';
import type { Ids, Random } from '../../ports.ts';
import type { Users } from '../../store-ports.ts';

export type InviteNeeds = {
  users: Pick<Users, 'create'>;
  random: Random;
  ids: Ids;
  numbers: Numbers;
  /** Where the pages live, without a trailing slash. */
  origin: string;
};
export type NewUser = { email: string; name: string; permissions?: Permission[] | undefined };
type Inviting = { organizationId: string; actorId: string; ip: string; now: Instant };

/**
 * A user without a password, and the link to set one. Its token travels in the fragment, which no server, log or
 * referrer ever sees.
 * @throws Failure `email_taken` if the address is in use, in any organization
 */
export const inviteUser = async (
  needs: InviteNeeds,
  inviting: Inviting,
  { email, name, permissions = [] }: NewUser,
) => {
  const { organizationId, actorId, ip, now } = inviting;
  const id = needs.ids.next(now);
  const { token, hash } = issueToken('invitation', id, needs.random);
  const expiresAt = now + needs.numbers.invitationHours * HOUR;
  const user: User = {
    id,
    organizationId,
    email,
    name,
    permissions: [...new Set(permissions)],
    status: 'active',
    authVersion: 1,
    passwordVersion: 0,
    lastSignIn: null,
    sessions: {},
    createdAt: now,
  };
  const outcome = await needs.users.create({
    user,
    invitation: { hash, purpose: 'invitation', expiresAt },
    event: { id: needs.ids.next(now), type: 'user_created', actorId, at: now, ip },
  });
  if (outcome === 'email_taken') throw new Failure('email_taken');
  return { user, invitation: { url: `${needs.origin}/set-password#${token}`, expiresAt: iso(expiresAt) } };
};
