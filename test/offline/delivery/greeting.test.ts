import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../shared/delivery/mail/compose.ts';
import { mails } from '../../../shared/delivery/words/en/index.ts';
import type { MailName } from '../../../shared/delivery/words/words.ts';

const facts = {
  ...{ organization: 'Acme', name: 'Ada', when: 'now', where: '192.0.2.1', used: 1, until: 'tomorrow' },
  ...{ pass: 'ABCDEF-ABCDEF', change: 'permissions_granted', about: 'bea@acme.example', newEmail: 'new@acme.example' },
};
const composed = (mail: MailName, name: string) => {
  const { subject, text, html } = compose({
    ...{
      name: mail,
      language: 'en' as const,
      to: 'ada@acme.example',
      facts: { ...facts, name },
      productName: 'Sallyport',
    },
    link: 'https://auth.example.com/x',
  });
  return subject + text + html;
};
const all = Object.keys(mails) as MailName[];
/** Mails to people who may never have set a password: someone else entered the name as free text. */
const toAnybody: MailName[] = ['invited', 'invitedAgain', 'passwordReset', 'twoFactorReminder', 'emailChange'];

describe('the greeting of a mail', () => {
  it.each(toAnybody)('%s has no name in it, whatever the name', (mail) => {
    for (const name of ['Zoraida', 'your account is locked']) expect(composed(mail, name)).not.toContain(name);
    expect(composed(mail, 'Zoraida')).toContain('Hi,');
  });

  it.each(all.filter((mail) => !toAnybody.includes(mail)))('%s names its owner', (mail) => {
    for (const name of [
      'Zoraida',
      'J. R. R. Tolkien',
      'St. John O’Neil, Jr.',
      '山田\u3000太郎',
      'Louis XIV',
      'Ada 2nd',
    ])
      expect(composed(mail, name)).toContain(`Hi ${name},`);
  });

  it('leaves out a name that looks like an address or a telephone number, in any form', () => {
    const dots = ['.', '\u3002', '\uff0e', '\uff61', '\u2024', '\ufe52'];
    const hosts = fc
      .tuple(
        fc.constantFrom('evil', '例え', 'ＥＶＩＬ'),
        fc.constantFrom(...dots),
        fc.constantFrom('com', 'рф', '中国'),
      )
      .map((parts) => parts.join(''));
    const security = fc.constantFrom('0800 123 4567', '+44-20-7946', '٠٨٠٠١٢٣', '１２３４５', '(555) 01 23', '①②③④⑤');
    const schemes = fc.constantFrom(
      'https:x',
      'mailto\uff1aa',
      'a\uff20b',
      'a@b',
      'x\uff0fy',
      'www evil',
      '\\\\evil\\x',
    );
    fc.assert(
      fc.property(fc.oneof(hosts, security, schemes), fc.constantFrom(...all), (odd, mail) => {
        expect(composed(mail, `Ada ${odd} now`)).not.toContain(odd);
      }),
    );
  });
});
