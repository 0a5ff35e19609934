import type { Erasure } from '../domain/entities/erasure.ts';
import { type Instant, iso, MINUTE } from '../domain/instant.ts';
import type { Adoptions } from '../ports/accounts/adoptions.ts';
import type { Organizations } from '../ports/accounts/organizations.ts';
import type { EventBus } from '../ports/event-bus.ts';
import type { SecurityEvents } from '../ports/history/security-events.ts';
import type { Deletions } from '../ports/lifecycle/deletions.ts';
import type { Mailer } from '../ports/mailer.ts';
import { compose } from './mail/compose.ts';
import { lookOf } from './mail/look.ts';
import { languageOf, momentFor } from './mail/reader.ts';
import { tellAdministrators } from './tell-administrators.ts';

type Needs = {
  deletions: Pick<Deletions, 'due' | 'eraseItems' | 'done'>;
  adoptions: Pick<Adoptions, 'keepDay'>;
  bus: EventBus;
  mailer: Mailer;
  organizations: Pick<Organizations, 'get' | 'administrators'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
  productName: string;
  origin: string;
  supportContact?: string | undefined;
};

/**
 * Requests and deliveries that began before the deletion are over by then (they take a minute at most), so nothing
 * writes after the items are erased.
 */
const SETTLES_AFTER = 2 * MINUTE;

const busEvent = ({ id, at, userId, organizationId, actorId, ip }: Erasure) => ({
  ...{ id, type: 'user_deleted', at: iso(at), userId, organizationId, actorId, ip },
});

/** To the address that the account had: this is the last time that anything knows it. */
const sendFarewell = async (
  { mailer, organizations, origin, productName, supportContact }: Needs,
  erasure: Erasure,
) => {
  // Someone who never set a password had an invitation and no account.
  if (!mailer || !erasure.hadPassword) return null;
  const organization = await organizations.get(erasure.organizationId);
  const facts = {
    ...{ organization: organization?.name ?? '', name: erasure.name, when: momentFor(erasure, erasure.at) },
    ...{ where: erasure.ip, used: 0, until: '', pass: '', change: '', about: '', newEmail: '' },
  };
  const language = languageOf(erasure);
  const look = organization ? lookOf(organization, origin, supportContact) : undefined;
  return mailer.send(compose({ name: 'deleted', language, to: erasure.email, facts, productName, look }));
};

/** Each step may be repeated; the mail goes last, since its reader would notice. */
const erase = async (needs: Needs, erasure: Erasure): Promise<'erased' | 'mail_refused'> => {
  const { userId, organizationId, at, permissions } = erasure;
  await needs.adoptions.keepDay(organizationId, iso(at).slice(0, 10));
  await needs.bus.publish(busEvent(erasure));
  if (permissions.length > 0) {
    await tellAdministrators(needs, { ...erasure, type: 'user_deleted' }, { id: userId, organizationId });
  }
  await needs.deletions.eraseItems(userId);
  const sent = await sendFarewell(needs, erasure);
  await needs.deletions.done(erasure);
  return sent?.outcome === 'refused' ? 'mail_refused' : 'erased';
};

/**
 * Completes deletions: erases what the transaction left, and tells the owner, the other administrators and the bus. If
 * one fails, the others go on, and the next run takes it up again.
 * @throws Error whose cause is the first failure
 * @returns `mail_refused` if a mail was refused, which an alarm reports
 */
export const eraseUsers = async (needs: Needs, now: Instant): Promise<{ outcome: string; erased: number }> => {
  let [erased, refused] = [0, 0];
  const failures: unknown[] = [];
  for await (const erasure of needs.deletions.due(now - SETTLES_AFTER)) {
    try {
      if ((await erase(needs, erasure)) === 'mail_refused') refused += 1;
      erased += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new Error(`${failures.length} erasures failed`, { cause: failures[0] });
  return { outcome: refused > 0 ? 'mail_refused' : 'ok', erased };
};
