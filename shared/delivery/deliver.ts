import type { User } from '../domain/entities/user.ts';
import type { Notification } from '../domain/events/notification.ts';
import type { SecurityEvent } from '../domain/events/security-event.ts';
import { type Instant, iso } from '../domain/instant.ts';
import type { Adoptions } from '../ports/accounts/adoptions.ts';
import type { Credentials } from '../ports/accounts/credentials.ts';
import type { Organizations } from '../ports/accounts/organizations.ts';
import type { Users } from '../ports/accounts/users.ts';
import type { BusEvent, EventBus } from '../ports/event-bus.ts';
import type { Deliveries } from '../ports/history/deliveries.ts';
import type { SecurityEvents } from '../ports/history/security-events.ts';
import { STRANGER } from '../use-cases/common/new-event.ts';
import { organizationOf } from '../use-cases/common/organization-of.ts';
import { concernsAdministrators } from './mail/mail-for.ts';
import { type Facts, type MailNeeds, type MailOutcome, sendMail } from './send-mail.ts';
import { tellAdministrators } from './tell-administrators.ts';

export type DeliverNeeds = MailNeeds & {
  deliveries: Deliveries;
  adoptions: Pick<Adoptions, 'keepDay'>;
  bus: EventBus;
  users: Pick<Users, 'get'>;
  organizations: Pick<Organizations, 'get' | 'administrators'>;
  credentials: Pick<Credentials, 'find'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
};

/** What happened, in the same terms whatever reported it. */
const factsOf = (notification: Notification, userId: string): Facts => {
  if (notification.kind === 'event') return notification.event;
  if (notification.kind === 'new_device')
    return { ...notification.signIn, type: 'new_device_signed_in', actorId: userId };
  return { ...notification.request, type: 'password_reset_requested', actorId: STRANGER };
};

/** These events change how many users have 2FA on, so the count for the day is stored again. */
const isCounted = new Set([
  'user_created',
  'two_factor_enabled',
  'two_factor_disabled',
  'two_factor_reset',
  'two_factor_undone',
]);

const busEvent = ({ id, type, at, actorId, ip, reason, permissions }: Facts, user: User): BusEvent => ({
  ...{ id, type, at: iso(at), userId: user.id, organizationId: user.organizationId, actorId, ip },
  ...(reason !== undefined && { reason }),
  ...(permissions !== undefined && { permissions }),
});

/** Whose account it is about; null for an address without an account. */
const userOf = async ({ users, credentials }: DeliverNeeds, notification: Notification): Promise<User | null> => {
  if (notification.kind !== 'password_reset') return users.get(notification.userId);
  const credential = await credentials.find(notification.request.email);
  return credential && users.get(credential.userId);
};

/**
 * Publishes to the bus, then mails the owner, and marks the event as delivered. A failed delivery is not marked and
 * comes again: the bus may then receive the event twice under the same id; the owner receives a second mail only if the
 * mark is lost after the first was sent.
 * @returns what became of the mail: an operator should see a refusal
 */
export const deliver = async (needs: DeliverNeeds, now: Instant, notification: Notification): Promise<MailOutcome> => {
  if (!(await needs.deliveries.isDue(notification))) return { outcome: 'ok' };
  const user = await userOf(needs, notification);
  const outcome = user ? await tell(needs, now, notification, user) : ({ outcome: 'ok' } as const);
  // A refused mail is not delivered: an operator who mends the cause has it sent again.
  if (outcome.outcome === 'mail_refused') await needs.deliveries.refused(notification, now);
  else await needs.deliveries.done(notification, now);
  return outcome;
};

const tell = async (
  needs: DeliverNeeds,
  now: Instant,
  notification: Notification,
  user: User,
): Promise<MailOutcome> => {
  if (notification.kind === 'password_reset' && notification.request.isClosed)
    return noteClosed(needs, notification, user);
  const told = factsOf(notification, user.id);
  const organization = await organizationOf(needs, user);
  if (isCounted.has(told.type)) await needs.adoptions.keepDay(organization.id, iso(told.at).slice(0, 10));
  // In an administrator's history it is about someone else: the erasure tells the bus whom it is about.
  if (told.type !== 'user_deleted') await needs.bus.publish(busEvent(told, user));
  if (concernsAdministrators(told, user)) {
    const permissions = (told.permissions ?? user.permissions) as SecurityEvent['permissions'];
    await tellAdministrators(needs, { ...told, permissions }, user);
  }
  // Nobody is asked to confirm what an account no longer asks for, or an address that belongs to someone.
  if (told.type === 'email_change_requested' && (await isMoot(needs, told, user))) return { outcome: 'ok' };
  // The mail goes last: it is the one step that cannot be repeated without the reader noticing.
  const about = 'aboutId' in told && told.aboutId ? await needs.users.get(told.aboutId) : null;
  const outcome = await sendMail(needs, now, { ...told, aboutEmail: about?.email }, user, organization);
  if (outcome.outcome === 'mail_refused') await needs.securityEvents.put(user.id, refusal(told, outcome));
  return outcome;
};

const isMoot = async (
  { credentials }: DeliverNeeds,
  { newEmail = '', authVersion }: Facts,
  user: User,
): Promise<boolean> => authVersion !== user.authVersion || (await credentials.find(newEmail)) !== null;

/** Recorded in the account's history next to what it belongs to, under an id of its own that is always the same. */
const refusal = (told: Facts, { mail, reason }: { mail: string; reason: string }): SecurityEvent => ({
  ...{ id: derivedId(told.id), type: 'mail_refused', actorId: 'operator', at: told.at, ip: '' },
  reason: `${mail}: ${reason}`,
});

/** Too many wrong passwords: recorded in the account's history, where the new event triggers the mail. */
const noteClosed = async (
  { securityEvents }: DeliverNeeds,
  { request: { id, at, ip, userAgent, place } }: Extract<Notification, { kind: 'password_reset' }>,
  user: User,
): Promise<MailOutcome> => {
  await securityEvents.put(user.id, { id, type: 'password_closed', actorId: STRANGER, at, ip, userAgent, place });
  return { outcome: 'ok' };
};

/**
 * Derives another ULID with the same time. The same input always gives the same id, so writing twice makes one item.
 */
const derivedId = (id: string): string => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
