import { directionOf, type Language } from '../domain/languages.ts';
import type { Mail } from '../ports/mailer.ts';
import { isGreetedByName } from './greeted-by-name.ts';
import { mailTexts } from './words/in-language.ts';
import type { Facts, MailName } from './words/words.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Keeps a name on one line, whatever it contains. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Composition = {
  name: MailName;
  language: Language;
  to: string;
  facts: Facts;
  productName: string;
  link?: string | undefined;
};

/** One template for all mails: a greeting, some lines, a button if there is something to do, and why it was sent. */
export const compose = ({ name, language, to, facts, productName, link }: Composition): Mail => {
  const { mails, greeting, footer } = mailTexts[language];
  const { subject, lines, action } = mails[name](facts);
  const hello = isGreetedByName(facts.name, name) ? greeting(facts.name) : greeting();
  const why = footer(facts.organization, productName);
  const button = action && link ? { action, link } : null;
  const text = [hello, ...lines, ...(button ? [`${button.action}:\n${button.link}`] : []), '-- ', why].join('\n\n');
  const paragraph = (line: string): string => `<p style="margin:0 0 16px">${escaped(line)}</p>`;
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f6f7;color:#1d2b30;font:16px/1.5 system-ui,sans-serif">
<main style="display:block;max-width:560px;margin:0 auto;padding:32px;background:#fff;border-radius:8px">
<p style="margin:0 0 8px;font-weight:600;color:#0b5f67">${escaped(facts.organization)}</p>
<h1 style="margin:0 0 24px;font-size:22px;line-height:1.3">${escaped(subject)}</h1>
${[hello, ...lines].map(paragraph).join('\n')}
${button ? `<p style="margin:24px 0"><a href="${escaped(button.link)}" style="display:inline-block;padding:12px 20px;background:#0b5f67;color:#fff;border-radius:6px;text-decoration:none">${escaped(button.action)}</a></p>` : ''}
<p style="margin:32px 0 0;font-size:13px;color:#566a72">${escaped(why)}</p>
</main></body></html>
`;
  return { to, subject: oneLine(subject), text: `${text}\n`, html };
};
