import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/domain/languages.ts';
import ar from '../../../web/texts/ar/index.ts';
import de from '../../../web/texts/de/index.ts';
import { newPerson, type Person, signInAt } from '../../kit/person.ts';
import { get, newOrganization, sessionOf } from '../../kit/product.ts';

/* Phones, tablets in both directions, windows of any size: nothing to scroll sideways, and always a margin. */

const widths = Array.from({ length: 41 }, (_, index) => 320 + 40 * index);
const LEAST_MARGIN = 12;

/** What sticks out of the window, or stands too close to its edge. */
const faultsAt = (person: Person, width: number): Promise<string[]> =>
  person.page.evaluate<string[]>(`(() => {
    const faults = [];
    const root = document.documentElement;
    const isClipped = (element) => (element.closest('thead') ?? element).getBoundingClientRect().width <= 1;
    if (root.scrollWidth > innerWidth) faults.push('scrolls sideways by ' + (root.scrollWidth - innerWidth));
    for (const element of document.querySelectorAll('h1, h2, h3, p, td, th, button, a, input, select, label, li, .mark')) {
      const { left, right, width } = element.getBoundingClientRect();
      const isHidden = width <= 1 || isClipped(element) || element.closest('.skip, [hidden]');
      if (!isHidden && (left < ${LEAST_MARGIN} || right > root.clientWidth - ${LEAST_MARGIN}))
        faults.push(element.tagName + ' ' + element.textContent.slice(0, 30) + ' from ' + left + ' to ' + right);
    }
    for (const element of document.querySelectorAll('a[href], button, input, select, summary')) {
      if (element.checkVisibility() && isClipped(element) && !element.closest('.skip'))
        faults.push(element.tagName + ' ' + element.textContent.slice(0, 30) + ' takes focus out of sight');
    }
    return faults.slice(0, 3).map((fault) => '${width} px: ' + fault);
  })()`);

/**
 * A language that does not exist: each text gets letters that no English font metric foresees, and is longer by 40 %,
 * as translations of short texts are. What does not fit then would not fit somewhere.
 */
const inPseudo = (person: Person): Promise<void> =>
  person.page.evaluate<void>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const words = node.data.trim().split(/\\s+/).filter((word) => /^\\p{L}{2,14}[.,:?!]?$/u.test(word));
      const added = words.slice(0, Math.ceil(words.length * 0.4)).map((word) => word.replace(/[aeiou]/g, 'ẅ'));
      if (words.length > 0) node.data += ' ' + added.join(' ');
    }
  })()`);

let person: Person;
let userId: string;
beforeAll(async () => {
  const { admin } = await newOrganization('Nordrhein-Westfälische Telekommunikationsgesellschaft');
  for (let count = 0; count < 8; count += 1) await sessionOf(admin);
  userId = ((await get('/v1/me', await sessionOf(admin))).json as { id: string }).id;
  person = await newPerson();
  await signInAt(person, admin);
});
afterAll(() => person.leave());

const titles: Partial<Record<Language, [account: string, users: string]>> = {
  en: ['Account settings', 'Users'],
  de: [de.account.places.label, de.users.users.title],
  ar: [ar.account.places.label, ar.users.users.title],
};

const routes = [
  '/account',
  '/account/profile',
  '/account/sessions',
  '/account/activity',
  '/users',
  '/users/new',
  '/users/adoption',
  '/users/brand',
  '/users/{userId}',
  '/sign-in',
  '/sign-in/two-factor',
  '/forgot-password',
  '/lost-phone',
  '/set-password',
  '/not-me',
  '/confirm-email',
  '/nothing-here',
];

describe('the pages in a language of longer words', () => {
  it.each(routes)('fit at every width: %s', async (route) => {
    await person.page.goto(route.replace('{userId}', userId));
    await person.page.waitForLoadState('networkidle');
    await inPseudo(person);
    const faults: string[] = [];
    for (const width of widths) {
      await person.page.setViewportSize({ width, height: 800 });
      faults.push(...(await faultsAt(person, width)));
    }
    expect(faults).toEqual([]);
  });
});

describe.each(Object.entries(titles))('the pages in %s', (language, [account, users]) => {
  it.each([
    ['/account', account],
    ['/account/profile', undefined],
    ['/account/sessions', undefined],
    ['/account/activity', undefined],
    ['/users', users],
    ['/users/adoption', undefined],
    ['/users/brand', undefined],
    ['/users/{userId}', undefined],
    ['/sign-in', undefined],
  ])('fit at every width: %s', async (route, title) => {
    await person.page.goto(`${route.replace('{userId}', userId)}?ui_locales=${language}`);
    if (title) await person.page.getByRole('heading', { name: title, exact: true }).waitFor();
    await person.page.waitForLoadState('networkidle');
    const faults: string[] = [];
    for (const width of widths) {
      await person.page.setViewportSize({ width, height: 800 });
      faults.push(...(await faultsAt(person, width)));
    }
    expect(faults).toEqual([]);
  });
});
