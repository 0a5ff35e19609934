import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../../shared/delivery/mail/compose.ts';
import { mails } from '../../../shared/delivery/words/en/index.ts';
import type { MailName } from '../../../shared/delivery/words/words.ts';
import { look, newPerson, type Person } from '../../kit/person.ts';

/* Every mail as people see it, in a browser because there is no mail program. */

let person: Person;
beforeAll(async () => {
  person = await newPerson();
});
afterAll(() => person.leave());

const facts = {
  organization: 'Acme Telecom',
  name: 'Uma Unger',
  when: 'Nov 24, 2026 at 16:05 UTC',
  where: '192.0.2.17',
  used: 3,
  until: 'Nov 27, 2026 at 16:05 UTC',
  pass: '4F7K2M-9QRSTV-WXYZ01-23456A',
  change: 'permissions_granted',
  about: 'bea@acme.example',
  newEmail: 'new@acme.example',
};

describe('a mail', () => {
  it.each(Object.keys(mails) as MailName[])('%s is readable by everyone, as HTML and as text', async (name) => {
    const link = `https://auth.example.com/not-me#spi_01m878b3hzr5adst95472t6pbt_${'A'.repeat(43)}`;
    const mail = compose({ name, language: 'en', to: 'uma@acme.example', facts, productName: 'Sallyport', link });
    await person.page.goto('about:blank');
    await person.page.setContent(mail.html);
    expect(await person.page.title()).toBe(mail.subject);
    await look(person, `mail-${name}`);
    const { action } = mails[name](facts);
    expect(mail.text.includes(link)).toBe(action !== undefined);
    expect(await person.page.getByRole('link').count()).toBe(action === undefined ? 0 : 1);
    for (const line of mails[name](facts).lines) expect(mail.text).toContain(line);
  });
});
