import type { MailTexts } from '../words.ts';
import { mailsOfAccount } from './account.ts';
import { mailsOfAdministration } from './administration.ts';
import { mailsOfUse } from './use.ts';

export const fr: MailTexts = {
  greeting: (name) => (name === undefined ? 'Bonjour,' : `Bonjour ${name},`),
  footer: (organization, product) =>
    `${organization} vous a envoyé cet e-mail via ${product}, car il concerne votre compte. Merci de ne pas y répondre.`,
  help: (contact) => `Besoin d’aide ? Contactez ${contact}.`,
  device: (browser, system) => `${browser} sur ${system}`,
  near: (city, country) => `près de ${city}, ${country}`,
  comma: ', ',
  moment: (day, time, zone) => `${day} à ${time} ${zone}`,
  mails: { ...mailsOfAdministration, ...mailsOfUse, ...mailsOfAccount },
};
