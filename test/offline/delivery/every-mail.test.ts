import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/delivery/mail/compose.ts';
import { mails } from '../../../shared/delivery/words/en/index.ts';
import { mailTexts } from '../../../shared/delivery/words/in-language.ts';
import type { MailName } from '../../../shared/delivery/words/words.ts';
import { directionOf, languageTags } from '../../../shared/domain/languages.ts';

const facts = {
  ...{ organization: 'Acme', name: 'Ada', when: 'now', where: '192.0.2.1', used: 1, until: 'tomorrow' },
  ...{ pass: 'ABCDEF-ABCDEF', change: 'permissions_granted', about: 'bea@acme.example', newEmail: 'new@acme.example' },
};
const everyMail = languageTags.flatMap((language) =>
  (Object.keys(mails) as MailName[]).map((name) => [language, name] as const),
);
const composed = (language: (typeof languageTags)[number], name: MailName, given: Partial<typeof facts> = {}) =>
  compose({
    ...{ name, language, to: 'ada@acme.example', facts: { ...facts, ...given } },
    ...{ productName: 'Sallyport', link: 'https://auth.example.com/x' },
  });

describe('every mail', () => {
  it.each(everyMail)(
    'in %s: %s is complete, in plain text and as a page that reads in its direction',
    (language, name) => {
      const { subject, text, html } = composed(language, name);
      for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|\[object|NaN|\{\{/);
      expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
      expect(html).toContain(`text-align:${language === 'ar' ? 'right' : 'left'}`);
    },
  );

  it.each(languageTags)('in %s counts recovery codes in grammatical number', (language) => {
    const [one, three] = [1, 3].map((used) => composed(language, 'recoveryCodeUsed', { used }).text);
    expect(one).not.toBe(three);
    // More changed than the figure.
    expect(one?.replaceAll('1', '#')).not.toBe(three?.replaceAll('3', '#'));
  });

  /** What an administrator did, or the office of the mail itself: their readers look for no device of their own. */
  const byOthers = ['emailRestored', 'passwordClosed', 'twoFactorReset', 'bypassCodeIssued'];

  it.each(everyMail)('in %s: %s says where it came from if it asks “was this you?”', (language, name) => {
    const asks = mailTexts[language].mails[name](facts).action === mailTexts[language].mails.newDevice(facts).action;
    if (asks && !byOthers.includes(name)) expect(composed(language, name).text).toContain(facts.where);
  });

  it.each(everyMail)('in %s: %s points at a button only if there is one', (language, name) => {
    const { lines, action } = mailTexts[language].mails[name](facts);
    const pointing = { en: 'button', de: 'Schaltfläche', es: 'botón', fr: 'bouton', ar: 'الزر' }[language];
    if (action === undefined) expect(lines.join(' ')).not.toContain(pointing);
  });

  it.each(languageTags)('in %s has words for a change of administrators that is newer than its words', (language) => {
    const { text } = composed(language, 'administratorsChanged', { change: 'something_new' });
    expect(text).not.toContain('something_new');
    expect(text).toContain('bea@acme.example');
  });
});
