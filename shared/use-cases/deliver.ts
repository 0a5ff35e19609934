import type { BusEvent, Deliveries, EventBus, Mailer, Told, Watches } from '../delivery-ports.ts';
import type { Organization } from '../domain/entities/organization.ts';
import type { PasswordToken } from '../domain/entities/password-token.ts';
import type { User } from '../domain/entities/user.ts';
import type { Happening } from '../domain/happening.ts';
import { HOUR, type Instant, iso, MINUTE } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { issueToken } from '../domain/tokens.ts';
import type { RecoveryCodeSets } from '../factor-ports.ts';
import { compose } from '../mail/compose.ts';
import type { Random } from '../ports.ts';
import type { Adoptions, Credentials, PasswordTokens, Users } from '../store-ports.ts';
import { type MailName, mailFor } from './steps/mail-for.ts';
import { STRANGER } from './steps/new-event.ts';
import { type OrganizationNeeds, organizationOf } from './steps/organization-of.ts';

export type DeliverNeeds = OrganizationNeeds & {
  deliveries: Deliveries;
  watches: Pick<Watches, 'add'>;
  adoptions: Pick<Adoptions, 'keepDay'>;
  mailer: Mailer;
  bus: EventBus;
  users: Pick<Users, 'get'>;
  credentials: Pick<Credentials, 'find'>;
  recoveryCodeSets: Pick<RecoveryCodeSets, 'get'>;
  passwordTokens: Pick<PasswordTokens, 'add'>;
  random: Random;
  numbers: Numbers;
  origin: string;
  productName: string;
};

type Facts = { id: string; type: string; actorId: string; at: Instant; ip: string; reason?: string | undefined };

/** What happened, in the same terms whatever told of it. */
const toldBy = (happening: Told, userId: string): Facts => {
  if (happening.kind === 'event') return happening.event;
  if (happening.kind === 'new_device') return { ...happening.signIn, type: 'new_device_signed_in', actorId: userId };
  return { ...happening.request, type: 'password_reset_requested', actorId: STRANGER };
};

/** What changes how many have 2FA on: the day's count is kept anew. */
const isCounted = new Set(['user_created', 'two_factor_enabled', 'two_factor_disabled', 'two_factor_reset']);

const busEvent = ({ id, type, at, actorId, ip, reason }: Facts, user: User): BusEvent => ({
  ...{ id, type, at: iso(at), userId: user.id, organizationId: user.organizationId, actorId, ip },
  ...(reason !== undefined && { reason }),
});

/** Whose account it is about; null for an address without one. */
const userOf = async ({ users, credentials }: DeliverNeeds, happening: Told): Promise<User | null> => {
  if (happening.kind !== 'password_reset') return users.get(happening.userId);
  const credential = await credentials.find(happening.request.email);
  return credential && users.get(credential.userId);
};

/**
 * Tells everybody at the bus, then the owner by mail, and marks it as delivered. What fails is not marked and comes
 * again: the bus may hear twice, under the same id; the owner only if the mark is lost after the mail.
 */
export const deliver = async (needs: DeliverNeeds, now: Instant, happening: Happening): Promise<void> => {
  if (happening.kind === 'challenge') return needs.watches.add(happening.watch);
  if (!(await needs.deliveries.isDue(happening))) return;
  const user = await userOf(needs, happening);
  if (user) {
    const told = toldBy(happening, user.id);
    const organization = await organizationOf(needs, user);
    if (isCounted.has(told.type)) await needs.adoptions.keepDay(organization.id, iso(told.at).slice(0, 10));
    await needs.bus.publish(busEvent(told, user));
    // Last: it is the one thing that cannot be told twice without somebody noticing.
    await mail(needs, now, told, user, organization);
  }
  await needs.deliveries.done(happening, now);
};

const mail = async (needs: DeliverNeeds, now: Instant, told: Facts, user: User, organization: Organization) => {
  const name = mailFor(told.type);
  if (!needs.mailer || !name || user.status !== 'active') return;
  // An invitation that comes late is none: the password is set.
  if (name === 'invited' && user.passwordVersion > 0) return;
  const purpose = purposeOf[name];
  const link = purpose ? await newLink(needs, now, user, purpose) : { url: `${needs.origin}/account`, expiresAt: now };
  const set = name === 'recoveryCodeUsed' ? await needs.recoveryCodeSets.get(user.id) : null;
  const facts = {
    organization: organization.name,
    name: user.name,
    when: readable(told.at),
    where: told.ip,
    used: set?.used ?? 1,
    until: readable(link.expiresAt),
  };
  const { productName } = needs;
  await needs.mailer.send(compose({ name, to: user.email, facts, productName, link: link.url }));
};

/** 24 Nov 2026, 16:05 UTC: nobody knows the reader's zone here. */
const readable = (at: Instant): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;

/** What the link of a mail is for, where it does more than open the account settings. */
const purposeOf: Partial<Record<MailName, PasswordToken['purpose']>> = {
  invited: 'invitation',
  invitedAgain: 'invitation',
  passwordReset: 'reset',
  passwordChanged: 'not_me',
  twoFactorReplaced: 'not_me',
  twoFactorDisabled: 'not_me',
  recoveryCodesShown: 'not_me',
  recoveryCodesRegenerated: 'not_me',
  recoveryCodeUsed: 'not_me',
  oneTimePassIssued: 'not_me',
  oneTimePassUsed: 'not_me',
  newDevice: 'not_me',
  secondFactorFailed: 'not_me',
  secondFactorAbandoned: 'not_me',
};
const pageOf = { invitation: 'set-password', reset: 'set-password', not_me: 'not-me' } as const;

/** A link of this mail's own. The token is made when it is sent and stands nowhere but in the mail. */
const newLink = async (
  { random, numbers, origin, passwordTokens }: DeliverNeeds,
  now: Instant,
  { id, passwordVersion }: User,
  purpose: PasswordToken['purpose'],
): Promise<{ url: string; expiresAt: Instant }> => {
  const lasts = {
    invitation: numbers.invitationHours * HOUR,
    reset: numbers.resetMinutes * MINUTE,
    not_me: numbers.notMeHours * HOUR,
  };
  const expiresAt = now + lasts[purpose];
  const { token, hash } = issueToken('invitation', id, random);
  await passwordTokens.add(id, { hash, purpose, expiresAt, passwordVersion });
  return { url: `${origin}/${pageOf[purpose]}#${token}`, expiresAt };
};
