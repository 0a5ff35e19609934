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
import { concernsAdministrators } from './mail-for.ts';
import { type Facts, type MailNeeds, type MailOutcome, sendMail } from './send-mail.ts';

export type DeliverNeeds = MailNeeds & {
  deliveries: Deliveries;
  adoptions: Pick<Adoptions, 'keepDay'>;
  bus: EventBus;
  users: Pick<Users, 'get'>;
  organizations: Pick<Organizations, 'get' | 'administrators'>;
  credentials: Pick<Credentials, 'find'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
};

/** What happened, in the same terms whatever told of it. */
const factsOf = (notification: Notification, userId: string): Facts => {
  if (notification.kind === 'event') return notification.event;
  if (notification.kind === 'new_device')
    return { ...notification.signIn, type: 'new_device_signed_in', actorId: userId };
  return { ...notification.request, type: 'password_reset_requested', actorId: STRANGER };
};

/** What changes how many have 2FA on: the day's count is kept again. */
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

/** Whose account it is about; null for an address without one. */
const userOf = async ({ users, credentials }: DeliverNeeds, notification: Notification): Promise<User | null> => {
  if (notification.kind !== 'password_reset') return users.get(notification.userId);
  const credential = await credentials.find(notification.request.email);
  return credential && users.get(credential.userId);
};

/**
 * Tells everybody at the bus, then the owner by mail, and marks it as delivered. What fails is not marked and comes
 * again: the bus may hear twice, under the same id; the owner only if the mark is lost after the mail.
 * @returns what became of the mail: a refusal is for someone to read
 */
export const deliver = async (needs: DeliverNeeds, now: Instant, notification: Notification): Promise<MailOutcome> => {
  if (!(await needs.deliveries.isDue(notification))) return { outcome: 'ok' };
  const user = await userOf(needs, notification);
  const outcome = user ? await tell(needs, now, notification, user) : ({ outcome: 'ok' } as const);
  await needs.deliveries.done(notification, now);
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
  await needs.bus.publish(busEvent(told, user));
  if (concernsAdministrators(told, user)) await tellAdministrators(needs, told, user);
  // Last: it is the one thing that cannot be told twice without someone noticing.
  const about = 'aboutId' in told && told.aboutId ? await needs.users.get(told.aboutId) : null;
  const outcome = await sendMail(needs, now, { ...told, aboutEmail: about?.email }, user, organization);
  if (outcome.outcome === 'mail_refused') await needs.securityEvents.put(user.id, refusal(told, outcome));
  return outcome;
};

/** Stands in the account's history like what it belongs to, under an id of its own that is the same every time. */
const refusal = (told: Facts, { mail, reason }: { mail: string; reason: string }): SecurityEvent => ({
  ...{ id: derivedId(told.id), type: 'mail_refused', actorId: 'operator', at: told.at, ip: '' },
  reason: `${mail}: ${reason}`,
});

/** Too many wrong passwords: it goes into the history of the account, whose own event brings the mail. */
const noteClosed = async (
  { securityEvents }: DeliverNeeds,
  { request: { id, at, ip } }: Extract<Notification, { kind: 'password_reset' }>,
  user: User,
): Promise<MailOutcome> => {
  await securityEvents.put(user.id, { id, type: 'password_closed', actorId: STRANGER, at, ip });
  return { outcome: 'ok' };
};

/** One event in the history of each other administrator, which brings their mail: one that fails repeats no other. */
const tellAdministrators = async (needs: DeliverNeeds, told: Facts, user: User): Promise<void> => {
  const ids = await needs.organizations.administrators(user.organizationId);
  const others = ids.filter((id) => id !== user.id && id !== told.actorId);
  const { id, actorId, at, ip, permissions = user.permissions } = told;
  const event: SecurityEvent = {
    ...{
      id,
      type: 'administrators_changed',
      actorId,
      at,
      ip,
      permissions: permissions as SecurityEvent['permissions'],
    },
    ...{ aboutId: user.id, reason: told.type },
  };
  await Promise.all(others.map((other) => needs.securityEvents.put(other, event)));
};

/** Another ULID of the same time, always the same for the same: what is written twice is one item. */
const derivedId = (id: string): string => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
