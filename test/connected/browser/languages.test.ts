import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import ar from '../../../web/texts/ar/index.ts';
import de from '../../../web/texts/de/index.ts';
import es from '../../../web/texts/es/index.ts';
import fr from '../../../web/texts/fr/index.ts';
import { mailTo } from '../../kit/mails.ts';
import { heading, look, newPerson, openPlace, type Person, press, sees } from '../../kit/person.ts';
import { call, enroll, newOrganization, newUser, PASSWORD, post, sessionOf } from '../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const root = () =>
  person.page.evaluate<{ lang: string; dir: string }>(
    '({ lang: document.documentElement.lang, dir: document.documentElement.dir })',
  );
const signInIn = async ({ pages, account }: typeof de, email: string): Promise<void> => {
  await person.page.getByLabel(pages.fields.email.label, { exact: true }).fill(email);
  await person.page.getByLabel(pages.fields.password.label, { exact: true }).fill(PASSWORD);
  await press(person, pages.signIn.submit);
  await heading(person, account.places.label);
};

describe('the language of the pages', () => {
  it.each([
    ['de', 'ltr', de],
    ['es', 'ltr', es],
    ['fr', 'ltr', fr],
    ['ar', 'rtl', ar],
  ])('is what a link asks for: %s', async (tag, dir, { pages }) => {
    await person.page.goto(`/sign-in?ui_locales=tlh%20${tag}-XX%20en`);
    await heading(person, pages.signIn.title);
    expect(await root()).toEqual({ lang: tag, dir });
    await look(person, `sign-in-${tag}`);
    // Errors too, of the page and of the API.
    await press(person, pages.signIn.submit);
    await sees(person, pages.fields.email.invalid);
    await person.page.getByLabel(pages.fields.email.label, { exact: true }).fill('no-one@acme.example');
    await person.page.getByLabel(pages.fields.password.label, { exact: true }).fill('wrong');
    await press(person, pages.signIn.submit);
    await sees(person, pages.errors.credentials_invalid);
  });

  it('is the browser’s otherwise, and English if there is no such one', async () => {
    await person.leave();
    for (const [locale, title] of [
      ['fr-CA', fr.pages.signIn.title],
      ['ja', 'Sign in'],
    ] as const) {
      person = await newPerson({ locale });
      await person.page.goto('/sign-in');
      await heading(person, title);
      if (locale !== 'ja') await person.leave();
    }
  });

  it('is loaded only when it is used', async () => {
    const scripts: string[] = [];
    person.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await person.page.goto('/sign-in');
    await heading(person, 'Sign in');
    expect(scripts).toHaveLength(1);
    await person.page.goto('/sign-in?ui_locales=de');
    await heading(person, de.pages.signIn.title);
    expect(new Set(scripts).size).toBe(2);
  });

  it('can be chosen on every page, and stays chosen', async () => {
    await person.page.goto('/sign-in');
    await person.page.getByLabel('Language', { exact: true }).selectOption('es');
    await heading(person, es.pages.signIn.title);
    await person.page.goto('/forgot-password');
    await heading(person, es.pages.forgot.title);
  });

  it('goes with the account: to another browser, and into the mails', async () => {
    const { organizationId } = await newOrganization();
    const user = await newUser(organizationId, 'uma');
    await person.page.goto('/sign-in?ui_locales=en');
    await person.page.getByLabel('Email address', { exact: true }).fill(user);
    await person.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(person, 'Sign in');
    await heading(person, 'Account settings');
    await openPlace(person, 'Profile');
    const section = person.page.locator('section', {
      has: person.page.getByRole('heading', { name: 'Language and time zone' }),
    });
    await section.getByLabel('Language', { exact: true }).selectOption('de');
    await section.getByLabel('Time zone', { exact: true }).selectOption('Asia/Tokyo');
    await section.getByRole('button', { name: 'Save', exact: true }).click();
    await heading(person, de.account.places.profile);
    await person.leave();

    person = await newPerson();
    await person.page.goto('/sign-in');
    await person.page.getByLabel('Email address', { exact: true }).fill(user);
    await person.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(person, 'Sign in');
    await heading(person, de.account.places.label);
    await look(person, 'account-de');

    const token = await sessionOf(user);
    const { newPassword } = { newPassword: `${PASSWORD} again` };
    expect(
      (await call('PUT', '/v1/me/password', { token, body: { currentPassword: PASSWORD, newPassword } })).status,
    ).toBe(200);
    const mail = await mailTo(user, 'Ihr Passwort wurde geändert');
    expect(mail.html).toContain('lang="de"');
    expect(mail.text).toMatch(/\d\d\.\d\d\.\d{4}.*(GMT\+9|JST)/);
  });

  it('holds for the whole main job, from right to left', async () => {
    const { organizationId, admin } = await newOrganization();
    const user = await newUser(organizationId, 'ula');
    await person.page.goto('/sign-in?ui_locales=ar');
    await signInIn(ar, user);
    await look(person, 'account-ar');
    await press(person, ar.pages.twoFactor.enable);
    await person.page.locator('img.qr').waitFor();
    await look(person, 'set-up-ar');
    // The key and the codes read from left to right.
    expect(await person.page.evaluate("getComputedStyle(document.querySelector('code.secret')).direction")).toBe('ltr');
    await person.page.goto('/account');
    await press(person, ar.pages.nav.signOut);
    await heading(person, ar.pages.signIn.title);
    await enroll(await sessionOf(user));
    await person.page.getByLabel(ar.pages.fields.email.label, { exact: true }).fill(user);
    await person.page.getByLabel(ar.pages.fields.password.label, { exact: true }).fill(PASSWORD);
    await press(person, ar.pages.signIn.submit);
    await heading(person, ar.pages.challenge.title);
    await look(person, 'challenge-ar');
    await person.leave();

    person = await newPerson({ locale: 'ar-EG' });
    await person.page.goto('/sign-in');
    await signInIn(ar, admin);
    await person.page.goto('/users');
    await heading(person, ar.users.users.title);
    await person.page.getByRole('link', { name: user }).waitFor();
    await look(person, 'users-ar');
  });

  it('reaches what the API finds wrong with a password', async () => {
    const { organizationId } = await newOrganization();
    const user = await newUser(organizationId, 'ada');
    const asked = await post('/v1/password/forgot', { email: user });
    expect(asked.status).toBe(202);
    const link = /https?:\/\/\S+/.exec((await mailTo(user, 'Reset your password at Acme Telecom')).text)?.[0] ?? '';
    const { pathname, hash } = new URL(link);
    await person.page.goto(`${pathname}?ui_locales=fr${hash}`);
    await heading(person, fr.pages.setPassword.title);
    await person.page.getByLabel(fr.pages.fields.newPassword.label, { exact: true }).fill('Password-1234567');
    await press(person, fr.pages.setPassword.submit);
    await sees(person, fr.faults.guessable_password(''));
  });
});
