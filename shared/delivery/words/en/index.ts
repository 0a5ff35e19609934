import type { MailTexts } from '../words.ts';
import { mailsOfAccount } from './account.ts';
import { mailsOfAdministration } from './administration.ts';
import { mailsOfUse } from './use.ts';

/** The names of all mails are those that English has. */
export const mails = { ...mailsOfAdministration, ...mailsOfUse, ...mailsOfAccount };

export const en: MailTexts = {
  greeting: (name) => (name === undefined ? 'Hi,' : `Hi ${name},`),
  footer: (organization, product) =>
    `${organization} sent you this email through ${product} because it’s about your account. Please don’t reply to this email.`,
  help: (contact) => `Need help? Contact ${contact}.`,
  device: (browser, system) => `${browser} on ${system}`,
  near: (city, country) => `near ${city}, ${country}`,
  comma: ', ',
  moment: (day, time, zone) => `${day} at ${time} ${zone}`,
  mails,
};
