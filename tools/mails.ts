import { writeFileSync } from 'node:fs';
import { compose } from '../shared/delivery/mail/compose.ts';
import { momentFor, whereFor } from '../shared/delivery/mail/reader.ts';
import { mails } from '../shared/delivery/words/en/index.ts';
import type { MailName } from '../shared/delivery/words/words.ts';
import { type Language, languageTags } from '../shared/domain/languages.ts';

/* Writes one page with every mail in every language, as their readers see them: `npm run mails`, then open it. */

const FILE = 'mails.html';
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const AT = Date.UTC(2026, 10, 24, 16, 5);
const THREE_DAYS = 72 * 60 * 60_000;
const userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0';
const factsFor = (language: Language) => {
  const reader = { language, timeZone: 'Europe/Berlin' };
  return {
    ...{ organization: 'Acme Telecom', name: 'Ada Lovelace', used: 3, pass: 'ABCDEF-GHJKMN-PQRSTV-WXYZ12' },
    ...{
      when: momentFor(reader, AT),
      where: whereFor(reader, { ip: '192.0.2.1', userAgent, place: { country: 'DE', city: 'Munich' } }),
    },
    until: momentFor(reader, AT + THREE_DAYS),
    ...{ change: 'permissions_granted', about: 'bea@acme.example', newEmail: 'ada.lovelace@acme.example' },
  };
};
const look = {
  supportContact: 'help@acme.example',
  links: [{ text: 'Privacy', url: 'https://acme.example/privacy' }],
};

const frameOf = (name: MailName, language: Language): string => {
  const link = 'https://auth.acme.example/set-password#spi_example';
  const { subject, html } = compose({
    ...{ name, language, to: 'ada@acme.example', facts: factsFor(language), productName: 'Sallyport', link, look },
  });
  // Nothing in a mail runs here, either.
  return `<figure><figcaption>${escaped(`${name} · ${language}: ${subject}`)}</figcaption><iframe sandbox title="${escaped(subject)}" srcdoc="${escaped(html)}"></iframe></figure>`;
};

const rows = (Object.keys(mails) as MailName[]).map(
  (name) => `<div class="row">${languageTags.map((language) => frameOf(name, language)).join('')}</div>`,
);
writeFileSync(
  FILE,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><style>
html{color-scheme:light dark}body{margin:1rem;font-family:system-ui}
.row{display:grid;grid-template-columns:repeat(${languageTags.length},24rem);gap:1rem;margin-block-end:1.5rem}
figure{margin:0}figcaption{font-size:.8rem;height:2.4rem;overflow:hidden}iframe{width:100%;height:40rem;border:1px solid #8888}
</style>${rows.join('\n')}</html>\n`,
);
console.log(`${FILE}: ${rows.length} mails in ${languageTags.length} languages`);
