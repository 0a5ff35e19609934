import type { MailTexts } from '../words.ts';
import { mailsOfAccount } from './account.ts';
import { mailsOfAdministration } from './administration.ts';
import { isolated } from './isolated.ts';
import { mailsOfUse } from './use.ts';

export const ar: MailTexts = {
  greeting: (name) => (name === undefined ? 'مرحبًا،' : `مرحبًا ${isolated(name)}،`),
  footer: (organization, product) =>
    `تلقّيت هذه الرسالة من ${isolated(organization)} عبر ${isolated(product)} لأنها تتعلق بحسابك. يُرجى عدم الرد عليها.`,
  help: (contact) => `هل تحتاج إلى مساعدة؟ تواصل مع ${isolated(contact)}.`,
  device: (browser, system) => `${isolated(browser)} على ${isolated(system)}`,
  near: (city, country) => `بالقرب من ${isolated(city)}، ${country}`,
  comma: '، ',
  moment: (day, time, zone) => `${day} الساعة ${time} بتوقيت ${zone}`,
  mails: { ...mailsOfAdministration, ...mailsOfUse, ...mailsOfAccount },
};
