import type { MailTexts } from '../words.ts';
import { mailsOfAccount } from './account.ts';
import { mailsOfAdministration } from './administration.ts';
import { mailsOfUse } from './use.ts';

/** "a la 1:05", but "a las 16:05". */
const article = (time: string): string => (/^0?1(?!\d)/.test(time) ? 'la' : 'las');

export const es: MailTexts = {
  greeting: (name) => (name === undefined ? 'Hola:' : `Hola, ${name}:`),
  footer: (organization, product) =>
    `${organization} te ha enviado este correo a través de ${product} porque está relacionado con tu cuenta. Por favor, no respondas a este correo.`,
  help: (contact) => `¿Necesitas ayuda? Contacta con ${contact}.`,
  device: (browser, system) => `${browser} en ${system}`,
  near: (city, country) => `cerca de ${city}, ${country}`,
  comma: ', ',
  moment: (day, time, zone) => `${day} a ${article(time)} ${time} (${zone})`,
  mails: { ...mailsOfAdministration, ...mailsOfUse, ...mailsOfAccount },
};
