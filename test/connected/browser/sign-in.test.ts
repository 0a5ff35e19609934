import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  enterPassword,
  fill,
  heading,
  look,
  newPerson,
  type Person,
  press,
  sees,
  sessionTokenOf,
  signInAt,
} from '../../kit/person.ts';
import { enroll, newOrganization, PASSWORD, post, sessionOf } from '../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const path = () => new URL(person.page.url()).pathname;

describe('the sign-in page', () => {
  it('is where the first visit leads, with no message about a session', async () => {
    await person.page.goto('/');
    await heading(person, 'Sign in');
    expect(await person.page.getByText('session').count()).toBe(0);
    await look(person, 'sign-in');
  });

  it('says what is missing: above with links, next to the fields, and in the title', async () => {
    await person.page.goto('/sign-in');
    await press(person, 'Sign in');
    const summary = person.page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await expect.poll(() => person.page.title()).toBe('Error: Sign in – Sallyport');
    await look(person, 'sign-in-empty');
    await summary.getByRole('link', { name: 'Enter your password.' }).click();
    const password = person.page.getByLabel('Password', { exact: true });
    expect(await password.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    const described = person.page.locator(`[id="${await password.getAttribute('aria-describedby')}"]`);
    expect(await described.innerText()).toBe('Enter your password.');
  });

  it('says the same for a wrong password and an unknown address, and clears the password', async () => {
    const { user } = await newOrganization();
    for (const email of [user, `nobody-${user}`]) {
      await enterPassword(person, email, 'wrong horse battery staple');
      await sees(person, 'Incorrect email address or password.');
      expect(await person.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
      expect(await person.page.getByLabel('Email address').inputValue()).toBe(email);
    }
    await look(person, 'sign-in-wrong');
  });

  it('shows the password on demand, without sending the form', async () => {
    await person.page.goto('/sign-in');
    await fill(person, 'Password', 'visible');
    await press(person, 'Show password');
    expect(await person.page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text');
    await press(person, 'Hide password');
    expect(await person.page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('password');
  });

  it('says how long to wait after too many attempts', async () => {
    const { user } = await newOrganization();
    for (let attempt = 0; attempt < 5; attempt += 1) await post('/v1/sign-in', { email: user, password: 'wrong' });
    await enterPassword(person, user);
    await sees(person, /^Too many attempts\. Wait (\d+ seconds|1 minute), then try again\.$/);
    await look(person, 'sign-in-throttled');
  });

  it('says when the service cannot be reached, and works again when it can', async () => {
    const { user } = await newOrganization();
    await person.page.goto('/sign-in');
    await person.page.context().setOffline(true);
    await fill(person, 'Email address', user);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await sees(person, /The service can’t be reached/);
    await look(person, 'sign-in-offline');
    await person.page.context().setOffline(false);
    // What was typed is still there: none of it was wrong.
    await press(person, 'Sign in');
    await heading(person, 'Account settings');
  });

  it('loads a page’s code again if the first load failed', async () => {
    const { admin } = await newOrganization();
    await signInAt(person, admin);
    await person.page.context().setOffline(true);
    await person.page.getByRole('link', { name: 'Users' }).click();
    await sees(person, /The service can’t be reached/);
    await look(person, 'page-offline');
    await person.page.context().setOffline(false);
    await press(person, 'Try again');
    await heading(person, 'Users');
  });

  it('does not depend on the clock of the person’s computer', async () => {
    const { user } = await newOrganization();
    await enroll(await sessionOf(user));
    await person.page.clock.install({ time: Date.now() + 6 * 60_000 });
    await person.page.clock.resume();
    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    await sees(person, /^4:\d\d$|^5:00$/);
  });
});

describe('a session', () => {
  it('leaves nothing where a script of the page could read it', async () => {
    const { user, organizationId } = await newOrganization();
    await signInAt(person, user);
    await person.page.getByRole('banner').getByText('Acme Telecom').waitFor();
    const [cookies, kept, ofTab] = await person.page.evaluate<[string, Record<string, string>, object]>(
      '[document.cookie, { ...localStorage }, { ...sessionStorage }]',
    );
    expect([cookies, ofTab, Object.keys(kept)]).toEqual(['', {}, ['brand.1']]);
    // Whose pages these are, which anyone may know: nothing about the person.
    const brand = { name: 'Acme Telecom', links: [] };
    expect(JSON.parse(kept['brand.1'] ?? '')).toEqual({ id: organizationId, at: expect.any(Number), brand });
  });

  it('that could not be ended is not reported as ended', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await person.page.context().setOffline(true);
    await press(person, 'Sign out');
    await sees(person, /You’re still signed in/);
    await person.page.context().setOffline(false);
    await press(person, 'Sign out');
    await sees(person, 'You’ve signed out.');
  });

  it('of another account that signed in through another tab is shown when the person comes back', async () => {
    const [one, two] = [await newOrganization('First'), await newOrganization('Second')];
    await signInAt(person, one.user);
    const tab = { ...person, page: await person.page.context().newPage() };
    await tab.page.goto('/sign-in');
    await press(tab, 'Sign in with another account');
    await fill(tab, 'Email address', two.user);
    await fill(tab, 'Password', PASSWORD);
    await press(tab, 'Sign in');
    await heading(tab, 'Account settings');
    await person.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await sees(person, two.user);
  });

  it('that has ended leads to sign-in, and from there back', async () => {
    const { admin } = await newOrganization();
    await signInAt(person, admin);
    const token = await sessionTokenOf(person);
    expect((await post('/v1/sign-out', undefined, token)).status).toBe(204);
    await person.page.getByRole('link', { name: 'Users' }).click();
    await sees(person, 'Your session has ended. Sign in again to continue.');
    await look(person, 'sign-in-session-over');
    await fill(person, 'Email address', admin);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await heading(person, 'Users');
  });

  it('is requested at an address inside, which is where sign-in then leads', async () => {
    const { admin } = await newOrganization();
    await person.page.goto('/users?twoFactor=disabled');
    await heading(person, 'Sign in');
    await fill(person, 'Email address', admin);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await heading(person, 'Users');
    expect(person.page.url()).toContain('/users?twoFactor=disabled');
  });

  it.each([
    ...['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'],
    ...['/.//evil.example', '/..//evil.example', '/sign-in'],
  ])('never leads to %s', async (next) => {
    const { user } = await newOrganization();
    await person.page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await fill(person, 'Email address', user);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await heading(person, 'Account settings');
    expect(path()).toBe('/account');
  });
});

describe('an address without a page', () => {
  it.each(['/nothing', '/users/%E0%A4%A'])('%s says so', async (address) => {
    await person.page.goto(address);
    await heading(person, 'Page not found');
    await look(person, 'not-found');
  });
});
