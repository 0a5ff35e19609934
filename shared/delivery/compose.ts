import { directionOf, type Language } from '../domain/languages.ts';
import type { Mail } from '../ports/mailer.ts';
import { isGreetedByName } from './greeted-by-name.ts';
import { mailHtml } from './mail-html.ts';
import { mailTexts } from './words/in-language.ts';
import type { Facts, MailName } from './words/words.ts';

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
  const { organization } = facts;
  const hello = isGreetedByName(facts.name, name) ? greeting(facts.name) : greeting();
  const why = footer(organization, productName);
  const button = action && link ? { action, link } : null;
  const text = [hello, ...lines, ...(button ? [`${button.action}:\n${button.link}`] : []), '-- ', why].join('\n\n');
  const letter = { language, direction: directionOf(language), organization, subject, button, why };
  return {
    to,
    subject: oneLine(subject),
    text: `${text}\n`,
    html: mailHtml({ ...letter, lines: [hello, ...lines] }),
  };
};
