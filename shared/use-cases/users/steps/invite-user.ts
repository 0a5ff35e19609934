import type { IdempotencyRecord } from '../../../domain/entities/idempotency-record.ts';
import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Permission } from '../../../domain/fields.ts';
import { HOUR, type Instant, iso } from '../../../domain/instant.ts';
import type { Language } from '../../../domain/languages.ts';
import type { Context } from '../../../domain/request.ts';
import type { SecuritySettings } from '../../../domain/security-settings.ts';
import { issueToken } from '../../../domain/sessions/tokens.ts';
import type { Users } from '../../../ports/accounts/users.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Random } from '../../../ports/random.ts';
import type { PasswordTokens } from '../../../ports/tokens/password-tokens.ts';
import { newEvent } from '../../common/new-event.ts';
import { keyIsTaken } from '../../common/replay.ts';
import { actorGone } from './by-administrator.ts';
import { requireDomain } from './require-domain.ts';

export type InviteNeeds = {
  users: Pick<Users, 'create'>;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
  /** Where the pages live, without a trailing slash. */
  origin: string;
};
export type NewUser = {
  email: string;
  name: string;
  permissions?: Permission[] | undefined;
  language?: Language | undefined;
};
export type Invitation = { url: string; expiresAt: string };
type Moment = Pick<Context, 'now' | 'client'>;
type Inviting = Moment & {
  organization: { id: string; domains?: string[] | undefined };
  /** Null: the operator, who holds the deployment's AWS credentials. */
  actor: User | null;
  actorId: string;
  /** The answer, stored for a repeated request. */
  keep?(user: User, invitation: Invitation): IdempotencyRecord | undefined;
};

/** A link to set a password. Its token travels in the fragment, which no server, log or referrer ever sees. */
const newInvitation = (
  { random, security, origin }: Omit<InviteNeeds, 'users' | 'ids'>,
  { id, passwordVersion, suspensions, invitations }: User,
  now: Instant,
) => {
  const { token, hash } = issueToken('invitation', id, random);
  const expiresAt = now + security.invitationHours * HOUR;
  return {
    stored: { hash, purpose: 'invitation' as const, expiresAt, passwordVersion, suspensions, invitations },
    shown: { url: `${origin}/set-password#${token}`, expiresAt: iso(expiresAt) },
  };
};

export type InviteAgainNeeds = Omit<InviteNeeds, 'users'> & { passwordTokens: Pick<PasswordTokens, 'invite'> };
type Again = Moment & {
  actor: User | null;
  actorId: string;
  keep?(invitation: Invitation | null): IdempotencyRecord | undefined;
};

/**
 * Another invitation, which invalidates earlier ones. With `isShown`, its link is handed out; otherwise only the mail
 * contains one: a link to an account that has an owner is not shown to anyone else.
 */
export const issueInvitation = async (
  needs: InviteAgainNeeds,
  user: User,
  { actor, actorId, keep, ...moment }: Again,
  isShown: boolean,
): Promise<Invitation | null | 'changed'> => {
  const next = { ...user, invitations: user.invitations + 1 };
  const invitation = isShown ? newInvitation(needs, next, moment.now) : null;
  const outcome = await needs.passwordTokens.invite({
    ...{ actor, user, token: invitation?.stored ?? null, now: moment.now },
    event: newEvent(needs, moment, 'user_invited_again', actorId),
    reply: keep?.(invitation?.shown ?? null),
  });
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'done_before') throw keyIsTaken();
  return outcome === 'changed' ? outcome : (invitation?.shown ?? null);
};

/**
 * A user without a password, and the link to set one.
 * @throws Failure `email_taken` if the address is in use, in any organization; `request_invalid` for a domain that the
 * organization may not invite
 */
export const inviteUser = async (
  needs: InviteNeeds,
  inviting: Inviting,
  { email, name, permissions = [], language }: NewUser,
) => {
  const { organization, actor, actorId, now, keep } = inviting;
  requireDomain(email, organization.domains);
  const user: User = {
    id: needs.ids.next(now),
    organizationId: organization.id,
    email,
    name,
    permissions: [...new Set(permissions)],
    ...(language && { language }),
    status: 'active',
    ...{ authVersion: 1, passwordVersion: 0, suspensions: 0, invitations: 0 },
    lastSignIn: null,
    sessions: {},
    createdAt: now,
  };
  const invitation = newInvitation(needs, user, now);
  const facts = user.permissions.length > 0 ? { permissions: user.permissions } : {};
  const outcome = await needs.users.create({
    ...{ actor, user, invitation: invitation.stored, now },
    event: newEvent(needs, inviting, 'user_created', actorId, facts),
    reply: keep?.(user, invitation.shown),
  });
  if (outcome === 'actor_gone') throw actorGone();
  if (outcome === 'email_taken') throw new Failure('email_taken');
  if (outcome === 'done_before') throw keyIsTaken();
  return { user, invitation: invitation.shown };
};
