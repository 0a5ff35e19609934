import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mailTexts } from '../../../shared/delivery/words/in-language.ts';
import { type FaultCode, faultCodes } from '../../../shared/domain/errors.ts';
import { firstLanguage, type Language, languageTags } from '../../../shared/domain/languages.ts';
import ar from '../../../web/texts/ar/index.ts';
import de from '../../../web/texts/de/index.ts';
import { accountTexts } from '../../../web/texts/en/account.ts';
import { historyTexts } from '../../../web/texts/en/history.ts';
import { pageTexts } from '../../../web/texts/en/index.ts';
import { userTexts } from '../../../web/texts/en/users/index.ts';
import es from '../../../web/texts/es/index.ts';
import fr from '../../../web/texts/fr/index.ts';
import type { Translation } from '../../../web/texts/translation.ts';

const english: Omit<Translation, 'faults'> = {
  pages: pageTexts,
  history: historyTexts,
  users: userTexts,
  account: accountTexts,
};
const translations: Record<Exclude<Language, 'en'>, Translation> = { de, es, fr, ar };
const tags = Object.keys(translations) as (keyof typeof translations)[];

type Leaf = { key: string; text: unknown };
const leavesOf = (texts: unknown, key = ''): Leaf[] =>
  typeof texts === 'object' && texts !== null
    ? Object.entries(texts).flatMap(([name, inner]) => leavesOf(inner, key === '' ? name : `${key}.${name}`))
    : [{ key, text: texts }];

/** Values in all the forms that plurals take, and words that a text has to pass on. */
const counts = [0, 1, 2, 3, 11, 100];
const words = ['Zoraida', 'ada@example.com', 'Nov 24, 2026'];
const counting =
  /\.(used|remind|invite|suspend|selected|progress|suspendTitle|percent|touches|too_short|too_long|count|wait|csvDone|adopted|sent|hint|recently|not_set_up|declined|suspended|enabled|not_found)$/;
/** What a text says for some values. */
const said = (key: string, text: unknown): string[] => {
  if (typeof text === 'string') return [text];
  const say = text as (...values: unknown[]) => string | string[];
  const speak = (...values: unknown[]): string => [say(...values)].flat().join('\n');
  if (key.endsWith('.withFacts')) return [speak(words[0], words.slice(1))];
  return counting.test(`.${key}`) ? counts.map((count) => speak(count, count + 7)) : [speak(...words, words)];
};

const withValue = new Set<FaultCode>([
  ...(['too_short', 'too_long', 'password_of_context', 'domain_not_allowed'] as const),
  ...(['email_name_too_long', 'email_label_too_long'] as const),
]);

/** Names, and words that a language shares with English. */
const shared = /^(pages\.twoFactor\.setup\.parameters|pages\.general\.errorBefore|history\.events\.withFacts)$/;

describe.each(tags)('the pages in %s', (tag) => {
  const translated = new Map(
    leavesOf({ ...translations[tag], faults: undefined })
      .filter(({ key }) => key !== 'faults')
      .map(({ key, text }) => [key, text]),
  );

  it('have every text that English has, and no other', () => {
    expect([...translated.keys()].sort()).toEqual(
      leavesOf(english)
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('say something for every value, and leave no value out', () => {
    const faults = leavesOf(english).flatMap(({ key, text }) => {
      const [before, after] = [said(key, text), said(key, translated.get(key))];
      const isEmpty = after.some(
        (sentence) => !/[\p{L}\p{N}]/u.test(sentence) || /undefined|NaN|\[object/.test(sentence),
      );
      // A number may become a word, as in "one user"; a name or an address may not get lost.
      const isLost = words.some((word) => before.at(-1)?.includes(word) && !after.at(-1)?.includes(word));
      return isEmpty || isLost ? [key] : [];
    });
    expect(faults).toEqual([]);
  });

  it('say what is wrong with a field, and with which value', () => {
    const { faults } = translations[tag];
    for (const code of faultCodes) {
      expect(faults[code]('64'), code).toMatch(/\p{L}{2}.*\p{Po}$/su);
      if (withValue.has(code)) expect(faults[code]('64'), code).toContain('64');
    }
  });

  it('are not English', () => {
    const same = leavesOf(english).filter(({ key, text }) => {
      const [before, after] = [said(key, text), said(key, translated.get(key))];
      // One word may be the same in both.
      return before[0] === after[0] && /\s/.test(before[0] ?? '') && !shared.test(key);
    });
    expect(same.map(({ key }) => key)).toEqual([]);
  });
});

describe('the texts of the pages', () => {
  it('are all used', () => {
    const root = path.resolve(import.meta.dirname, '../../../web');
    const code = globSync('**/*.{ts,tsx}', { cwd: root, exclude: ['texts/**'] })
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n');
    // What is looked up by a code that the API sends is not named in the pages.
    const byCode =
      /\.(errors|methods|fields|because|types|actors|administratorChanges|permissions|links|modes|skipped)\./;
    const unused = leavesOf(english)
      .map(({ key }) => `.${key}`)
      .filter((key) => !byCode.test(key) && !new RegExp(`\\b${key.split('.').at(-1)}\\b`).test(code));
    expect(unused).toEqual([]);
  });
});

const facts = {
  ...{ organization: 'Acme', name: 'Zoraida', when: 'WHEN', where: '192.0.2.1', used: 3, until: 'UNTIL' },
  ...{ pass: 'ABCDEF-ABCDEF', change: 'permissions_granted', about: 'bea@acme.example', newEmail: 'new@acme.example' },
};
const values = Object.values(facts).map(String);

describe.each(languageTags)('the mails in %s', (tag) => {
  const { mails, greeting, footer, moment } = mailTexts[tag];

  it.each(Object.keys(mailTexts.en.mails) as (keyof typeof mails)[])('%s says the same facts as in English', (name) => {
    const [before, after] = [mailTexts.en.mails[name](facts), mails[name](facts)];
    expect(after.action === undefined).toBe(before.action === undefined);
    const text = [after.subject, ...after.lines].join('\n');
    expect(text).not.toMatch(/undefined|\[object/);
    // That 3 codes were used may be said in words.
    for (const value of values.filter((value) => value.length > 1)) {
      if ([before.subject, ...before.lines].join('\n').includes(value)) expect(text, value).toContain(value);
    }
    if (tag !== 'en') expect(after.subject).not.toBe(before.subject);
  });

  it('greet with a name or without, say why they come, and when something was', () => {
    expect(greeting('Zoraida')).toContain('Zoraida');
    expect(greeting()).not.toContain('undefined');
    expect(footer('Acme', 'Sallyport')).toMatch(/Acme.*Sallyport|Sallyport.*Acme/s);
    expect(moment('DAY', 'TIME', 'ZONE')).toMatch(/DAY.*TIME.*ZONE/s);
  });
});

describe('the language of a reader', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['pt', 'FR-ca'], 'fr'],
    [['zh', 'ja'], undefined],
    [[''], undefined],
    [['constructor', '__proto__'], undefined],
  ])('%j is %s', (preferred, language) => {
    expect(firstLanguage(preferred)).toBe(language);
  });
});
