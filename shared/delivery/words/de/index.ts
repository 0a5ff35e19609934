import type { MailTexts } from '../words.ts';
import { mailsOfAccount } from './account.ts';
import { mailsOfAdministration } from './administration.ts';
import { mailsOfUse } from './use.ts';

/* The greeting ends in a comma, so the first line of a mail continues in lower case, as German letters do. */

export const de: MailTexts = {
  greeting: (name) => (name === undefined ? 'Guten Tag,' : `Guten Tag ${name},`),
  footer: (organization, product) =>
    `${organization} hat Ihnen diese E-Mail über ${product} gesendet, weil sie Ihr Konto betrifft. Bitte antworten Sie nicht auf diese E-Mail.`,
  help: (contact) => `Brauchen Sie Hilfe? Wenden Sie sich an ${contact}.`,
  device: (browser, system) => `${browser} unter ${system}`,
  near: (city, country) => `in der Nähe von ${city}, ${country}`,
  comma: ', ',
  moment: (day, time, zone) => `${day} um ${time} Uhr (${zone})`,
  mails: { ...mailsOfAdministration, ...mailsOfUse, ...mailsOfAccount },
};
