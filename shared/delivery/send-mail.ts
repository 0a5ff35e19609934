import type { Organization } from '../domain/entities/organization.ts';
import type { User } from '../domain/entities/user.ts';
import { type Instant, MINUTE } from '../domain/instant.ts';
import type { Place } from '../domain/sessions/place.ts';
import type { RecoveryCodeSets } from '../ports/factors/recovery-code-sets.ts';
import type { Notices } from '../ports/history/notices.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { compose } from './mail/compose.ts';
import { lookOf } from './mail/look.ts';
import { isRepetitive, type MailName, mailFor } from './mail/mail-for.ts';
import { type MailLinkNeeds, newMailLink } from './mail/mail-link.ts';
import { languageOf, momentFor, whereFor } from './mail/reader.ts';

/** What happened, as a mail may describe it. */
export type Facts = {
  id: string;
  type: string;
  actorId: string;
  at: Instant;
  ip: string;
  userAgent?: string | undefined;
  place?: Place | undefined;
  reason?: string | undefined;
  permissions?: string[] | undefined;
  sealedPass?: string | undefined;
  aboutId?: string | undefined;
  aboutEmail?: string | undefined;
  newEmail?: string | undefined;
  previousEmail?: string | undefined;
  authVersion?: number | undefined;
};
export type MailNeeds = MailLinkNeeds & {
  mailer: Mailer;
  notices: Notices;
  passSecrets: Pick<SecretBox, 'open'>;
  recoveryCodeSets: Pick<RecoveryCodeSets, 'get'>;
  productName: string;
  supportContact?: string | undefined;
};
/** For the log, and for the alarm that watches it. */
export type MailOutcome = { outcome: 'ok' } | { outcome: 'mail_refused'; mail: MailName; reason: string };

/** Suspended users are notified of the suspension and nothing else. */
const isReader = (user: User, name: MailName): boolean => user.status === 'active' || name === 'suspended';

export const sendMail = async (
  needs: MailNeeds,
  now: Instant,
  told: Facts,
  user: User,
  organization: Organization,
): Promise<MailOutcome> => {
  const name = mailFor(told.type);
  const unsubscribe = `${needs.origin}/account/profile`;
  if (!needs.mailer || !name || !isReader(user, name)) return { outcome: 'ok' };
  // A late invitation is not sent if the password has been set.
  if (name === 'invited' && user.passwordVersion > 0) return { outcome: 'ok' };
  if (isRepetitive(name) && !(await isNews(needs, now, name, told, user))) return { outcome: 'ok' };
  const link = await newMailLink(needs, now, told.at, user, name, addressesOf(name, told));
  const set = name === 'recoveryCodeUsed' ? await needs.recoveryCodeSets.get(user.id) : null;
  const facts = {
    organization: organization.name,
    name: user.name,
    when: momentFor(user, told.at),
    where: whereFor(user, told),
    used: set?.used ?? 1,
    until: momentFor(user, link.expiresAt),
    pass: told.sealedPass === undefined ? '' : await openPass(needs, user, told.sealedPass),
    change: told.reason ?? told.type,
    newEmail: told.newEmail ?? '',
    about: told.aboutEmail ?? told.aboutId ?? '',
  };
  const mail = compose({
    ...{ name, facts, language: languageOf(user), to: recipientOf(name, told, user) },
    ...{
      productName: needs.productName,
      link: link.url,
      look: lookOf(organization, needs.origin, needs.supportContact),
    },
  });
  const sent = await needs.mailer.send({
    ...mail,
    about: { userId: user.id, mail: name },
    ...(name === 'twoFactorReminder' && { unsubscribe }),
  });
  return sent.outcome === 'sent' ? { outcome: 'ok' } : { outcome: 'mail_refused', mail: name, reason: sent.reason };
};

/** A new address has to be confirmed by who reads mail there; the previous one is told, and can take it back. */
const recipientOf = (name: MailName, { newEmail, previousEmail }: Facts, user: User): string => {
  if (name === 'emailChange') return newEmail ?? user.email;
  return name === 'emailChanged' || name === 'emailRestored' ? (previousEmail ?? user.email) : user.email;
};
const addressesOf = (name: MailName, { newEmail, previousEmail, at }: Facts) => ({
  ...(name === 'emailChange' && newEmail !== undefined && { newEmail }),
  ...(name === 'emailChanged' && previousEmail !== undefined && { previousEmail, changedAt: at }),
});

/** Whether the same news was just sent: the same kind, about the same source address. */
const isNews = ({ notices, security }: MailNeeds, now: Instant, mail: MailName, { id, ip }: Facts, user: User) =>
  notices.isDue({
    ...{ userId: user.id, mail, about: mail === 'passwordReset' ? '' : ip, eventId: id, now },
    notSince: now - security.sameNewsMinutes * MINUTE,
  });

const openPass = async ({ passSecrets }: MailNeeds, user: User, sealed: string): Promise<string> =>
  Buffer.from(await passSecrets.open(user.id, Buffer.from(sealed, 'base64'))).toString('utf8');
