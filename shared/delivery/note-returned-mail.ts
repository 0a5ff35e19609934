import type { ReturnedMail } from '../domain/events/returned-mail.ts';
import type { SecurityEvent } from '../domain/events/security-event.ts';
import type { Instant } from '../domain/instant.ts';
import { sha256 } from '../domain/sessions/tokens.ts';
import type { Users } from '../ports/accounts/users.ts';
import type { SecurityEvents } from '../ports/history/security-events.ts';

type Needs = {
  ids: { next(now: Instant): string };
  users: Pick<Users, 'get' | 'setPreferences'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
};

/** The same mail always gives the same id, so that being told twice makes one event. */
const idFor = ({ ids }: Needs, { at, type, messageId }: ReturnedMail): string => {
  const time = ids.next(at).slice(0, 10);
  // Hexadecimal digits are among the characters of a ULID.
  return (
    time +
    Buffer.from(sha256(`${type} ${messageId}`), 'base64url')
      .toString('hex')
      .slice(0, 16)
  );
};

/**
 * Records in the history of an account that a mail did not arrive, or that its reader complained about it. Someone who
 * complains gets no more reminders: the other mails are about the security of the account.
 * @returns the outcome for the log
 */
export const noteReturnedMail = async (needs: Needs, returned: ReturnedMail) => {
  const { type, at, userId, mail, cause } = returned;
  const user = await needs.users.get(userId);
  if (!user) return { outcome: 'user_gone' };
  const event: SecurityEvent = {
    ...{ id: idFor(needs, returned), type, actorId: 'operator', at, ip: '', reason: `${mail}: ${cause}` },
  };
  await needs.securityEvents.put(userId, event);
  if (type === 'mail_complained') await needs.users.setPreferences(userId, { declinesReminders: true });
  return { outcome: 'mail_returned', userId, mail, reason: cause };
};
