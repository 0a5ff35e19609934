import { looksLikeAddress } from '../../domain/brand/looks-like-address.ts';
import { directionOf, type Language } from '../../domain/languages.ts';
import type { Mail } from '../../ports/mailer.ts';
import { mailTexts } from '../words/in-language.ts';
import type { Facts, MailName } from '../words/words.ts';
import { isGreetedByName } from './greeted-by-name.ts';
import type { Look } from './look.ts';
import { mailHtml } from './mail-html.ts';

/** Keeps a name on one line, whatever it contains. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Composition = {
  name: MailName;
  language: Language;
  to: string;
  facts: Facts;
  productName: string;
  link?: string | undefined;
  look?: Look | undefined;
};

/** One template for all mails: a greeting, some lines, a button if there is something to do, and why it was sent. */
export const compose = ({ name, language, to, facts, productName, link, look = {} }: Composition): Mail => {
  const { mails, greeting, footer, help } = mailTexts[language];
  const { subject, lines, action } = mails[name](facts);
  const { organization } = facts;
  const hello = isGreetedByName(facts.name, name) ? greeting(facts.name) : greeting();
  const why = footer(organization, productName);
  const button = action && link ? { action, link } : null;
  const foot = [...(look.supportContact ? [help(look.supportContact)] : []), why];
  const { links = [] } = look;
  const text = [
    ...[hello, ...lines, ...(button ? [`${button.action}:\n${button.link}`] : []), '-- ', ...foot],
    ...(links.length > 0 ? [links.map((each) => `${each.text}: ${each.url}`).join('\n')] : []),
  ].join('\n\n');
  const letter = { language, direction: directionOf(language), organization, subject, button, foot, look };
  return {
    to,
    // Where the name is an address, mail programs would show it in place of the real one.
    fromName: looksLikeAddress(organization) ? productName : oneLine(organization),
    subject: oneLine(subject),
    text: `${text}\n`,
    html: mailHtml({ ...letter, lines: [hello, ...lines] }),
  };
};
