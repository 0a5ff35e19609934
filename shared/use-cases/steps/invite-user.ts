import type { KeptReply } from '../../domain/entities/kept-reply.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { Permission } from '../../domain/fields.ts';
import { HOUR, type Instant, iso } from '../../domain/instant.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { Context } from '../../domain/request.ts';
import { issueToken } from '../../domain/tokens.ts';
import type { Ids, Random } from '../../ports.ts';
import type { PasswordTokens, Users } from '../../store-ports.ts';
import { keyIsTaken } from './answer-again.ts';
import { newEvent } from './new-event.ts';

export type InviteNeeds = {
  users: Pick<Users, 'create'>;
  random: Random;
  ids: Ids;
  numbers: Numbers;
  /** Where the pages live, without a trailing slash. */
  origin: string;
};
export type NewUser = { email: string; name: string; permissions?: Permission[] | undefined };
export type Invitation = { url: string; expiresAt: string };
type Inviting = Pick<Context, 'now' | 'client'> & {
  organizationId: string;
  actorId: string;
  /** The answer as it is to be kept for who asks again. */
  keep?(user: User, invitation: Invitation): KeptReply | undefined;
};

type Invited = { userId: string; passwordVersion: number };

/** A link to set a password. Its token travels in the fragment, which no server, log or referrer ever sees. */
const newInvitation = (
  { random, numbers, origin }: Omit<InviteNeeds, 'users' | 'ids'>,
  { userId, passwordVersion }: Invited,
  now: Instant,
) => {
  const { token, hash } = issueToken('invitation', userId, random);
  const expiresAt = now + numbers.invitationHours * HOUR;
  return {
    stored: { hash, purpose: 'invitation' as const, expiresAt, passwordVersion },
    shown: { url: `${origin}/set-password#${token}`, expiresAt: iso(expiresAt) },
  };
};

export type InviteAgainNeeds = Omit<InviteNeeds, 'users'> & { passwordTokens: Pick<PasswordTokens, 'issue'> };

/** Another link, for who lost the first one or let it expire. Whichever is used first ends all others. */
export const issueInvitation = async (
  needs: InviteAgainNeeds,
  invited: Invited,
  context: Pick<Context, 'now' | 'client'>,
  actorId: string,
): Promise<Invitation | 'changed'> => {
  const invitation = newInvitation(needs, invited, context.now);
  const event = newEvent(needs, context, 'user_invited_again', actorId);
  const outcome = await needs.passwordTokens.issue(invited.userId, invitation.stored, event);
  return outcome === 'changed' ? outcome : invitation.shown;
};

/**
 * A user without a password, and the link to set one.
 * @throws Failure `email_taken` if the address is in use, in any organization
 */
export const inviteUser = async (
  needs: InviteNeeds,
  inviting: Inviting,
  { email, name, permissions = [] }: NewUser,
) => {
  const { organizationId, actorId, now, keep } = inviting;
  const id = needs.ids.next(now);
  const invitation = newInvitation(needs, { userId: id, passwordVersion: 0 }, now);
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
    invitation: invitation.stored,
    event: newEvent(needs, inviting, 'user_created', actorId),
    reply: keep?.(user, invitation.shown),
    now,
  });
  if (outcome === 'email_taken') throw new Failure('email_taken');
  if (outcome === 'done_before') throw keyIsTaken();
  return { user, invitation: invitation.shown };
};
