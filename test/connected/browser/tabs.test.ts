import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  enterPassword,
  fill,
  giveSession,
  heading,
  look,
  newPerson,
  openPlace,
  type Person,
  press,
  sees,
  sessionTokenOf,
  signInAt,
  signOut,
} from '../../kit/person.ts';
import { codeOf, enroll, get, newOrganization, newUser, PASSWORD, remove, sessionOf } from '../../kit/product.ts';

/* One browser, several tabs: they share the cookies, and nothing else. */

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const anotherTab = async (): Promise<Person> => ({ ...person, page: await person.page.context().newPage() });
const pathOf = ({ page }: Person): string => new URL(page.url()).pathname;
const answer = async (tab: Person, code: string): Promise<void> => {
  await fill(tab, 'Code', code);
  await press(tab, 'Submit');
};

describe('two sign-ins in two tabs', () => {
  it('each answer their own challenge', async () => {
    const { organizationId, user: ada } = await newOrganization();
    const bob = await newUser(organizationId, 'bob');
    const [ofAda, ofBob] = await Promise.all([enroll(await sessionOf(ada)), enroll(await sessionOf(bob))]);
    const tab = await anotherTab();
    await enterPassword(person, ada);
    await heading(person, 'Two-factor authentication');
    await enterPassword(tab, bob);
    await heading(tab, 'Two-factor authentication');

    await answer(person, codeOf(ofAda.secret));
    await heading(person, 'Account settings');
    await person.page.getByRole('main').getByText(ada).waitFor();
    await answer(tab, codeOf(ofBob.secret));
    await heading(tab, 'Account settings');
    await tab.page.getByRole('main').getByText(bob).waitFor();
  });

  it('tell a code for the other account from their own', async () => {
    const { organizationId, user: ada } = await newOrganization();
    const bob = await newUser(organizationId, 'bob');
    const [, ofBob] = await Promise.all([enroll(await sessionOf(ada)), enroll(await sessionOf(bob))]);
    const tab = await anotherTab();
    await enterPassword(person, ada);
    await heading(person, 'Two-factor authentication');
    await enterPassword(tab, bob);
    await heading(tab, 'Two-factor authentication');
    await answer(person, codeOf(ofBob.secret));
    await sees(person, /That code is incorrect/);
    expect(await sessionTokenOf(person)).toBe('');
  });

  it('lead on if another tab has answered the challenge', async () => {
    const { user } = await newOrganization();
    const { secret, recoveryCodes } = await enroll(await sessionOf(user));
    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    const tab = await anotherTab();
    await tab.page.goto('/sign-in/two-factor');
    await answer(tab, codeOf(secret));
    await heading(tab, 'Account settings');

    await press(person, 'Use a recovery code instead');
    await fill(person, 'Recovery code', recoveryCodes[0] ?? '');
    await press(person, 'Submit');
    await heading(person, 'Account settings');
  });

  it('say that the time is up if another account has signed in since', async () => {
    const { organizationId, user: ada } = await newOrganization();
    const bob = await newUser(organizationId, 'bob');
    const { secret } = await enroll(await sessionOf(ada));
    await enterPassword(person, ada);
    await heading(person, 'Two-factor authentication');
    await signInAt(await anotherTab(), bob);
    await person.page.context().clearCookies({ name: 'challenge' });
    await answer(person, codeOf(secret));
    await sees(person, 'Your sign-in timed out. Sign in again.');
    await sees(person, 'You’re signed in as');
    await sees(person, bob);
    await look(person, 'sign-in-timed-out-as-another');
  });
});

describe('a browser that is signed in', () => {
  it('says so at /sign-in, and continues or switches to another account', async () => {
    const { organizationId, user: ada } = await newOrganization();
    const bob = await newUser(organizationId, 'bob');
    await signInAt(person, ada);
    await person.page.goto('/sign-in');
    await sees(person, 'You’re signed in as');
    await sees(person, ada);
    expect(await person.page.getByLabel('Password', { exact: true }).count()).toBe(0);
    await look(person, 'signed-in-already');
    await press(person, 'Continue');
    await heading(person, 'Account settings');

    await person.page.goto('/sign-in');
    await press(person, 'Sign in with another account');
    const email = person.page.getByLabel('Email address');
    expect(await email.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await email.fill(bob);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await person.page.getByRole('main').getByText(bob).waitFor();
  });

  it('continues at once to the requested page', async () => {
    const { admin } = await newOrganization();
    await signInAt(person, admin);
    await person.page.goto('/sign-in?because=session-over&next=%2Fusers');
    await heading(person, 'Users');
  });

  it('also continues from the second step when opened without a sign-in', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await person.page.goto('/sign-in/two-factor');
    await heading(person, 'Account settings');
  });

  it('says so on the page for forgotten passwords', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await person.page.goto('/forgot-password');
    await sees(person, 'You’re signed in as');
    await look(person, 'forgot-password-signed-in');
    await person.page.getByRole('link', { name: 'You can change your password in your account settings.' }).click();
    await heading(person, 'Account settings');
  });

  it('can sign in even if the service does not answer', async () => {
    await person.page.route('**/v1/me', () => undefined);
    await person.page.goto('/sign-in');
    await person.page.getByLabel('Email address').waitFor();
    await person.page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('shows nothing of the account after signing out, not even by going back', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const other = await anotherTab();
    await other.page.goto('/account');
    await heading(other, 'Account settings');
    await signOut(person);
    await person.page.goBack();
    await person.page.getByLabel('Email address').waitFor();
    expect(pathOf(person)).toBe('/sign-in');
    await other.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await sees(other, 'Your session has ended. Sign in again to continue.');
  });
});

describe('a token that rotates', () => {
  const lookAgain = ({ page }: Person) => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  const answerOf = ({ page }: Person, status: number) =>
    page.waitForResponse((response) => response.url().endsWith('/v1/me') && response.status() === status);

  it('while this page makes a change signs no one out: refused requests are sent again once the change has settled', async () => {
    const { user } = await newOrganization();
    await sessionOf(user);
    await signInAt(person, user);
    await openPlace(person, 'Sessions');
    await person.page.getByRole('button', { name: 'End all others' }).waitFor();
    const old = await sessionTokenOf(person);
    let settle = (): void => undefined;
    const isRead = new Promise<void>((resolve) => {
      settle = resolve;
    });
    await person.page.route('**/v1/me/sessions', async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback();
      // The work is done, and its answer with the new token is still on the way.
      const done = await remove('/v1/me/sessions', old);
      const { session } = done.json as { session: { token: string; expiresAt: string; method: string } };
      await isRead;
      await giveSession(person, session.token);
      const { token: _, ...body } = session;
      await route.fulfill({ status: done.status, json: { session: body } });
    });
    const asked = person.page.waitForRequest((request) => request.method() === 'DELETE');
    await press(person, 'End all others');
    await asked;
    // Until the server considers the token old, the page may read with it.
    await expect.poll(async () => (await get('/v1/me', old)).status, { timeout: 10_000 }).toBe(401);
    const refused = answerOf(person, 401);
    await lookAgain(person);
    await refused;
    const answered = answerOf(person, 200);
    settle();
    await answered;
    await sees(person, 'All other sessions have ended.');
    expect(pathOf(person)).toBe('/account/sessions');
  });

  it('in another tab signs no one out either', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await openPlace(person, 'Sessions');
    await person.page.getByRole('table', { name: 'Sessions' }).waitFor();
    // The page's first requests have finished: they would meet the ended session before the tab's new one.
    await person.page.waitForLoadState('networkidle');
    const old = await sessionTokenOf(person);
    const done = await remove('/v1/me/sessions', old);
    const { session } = done.json as { session: { token: string } };
    await person.page.route(
      '**/v1/me',
      async (route) => {
        const response = await route.fetch();
        await giveSession(person, session.token);
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    const answered = answerOf(person, 200);
    await lookAgain(person);
    await answered;
    expect(pathOf(person)).toBe('/account/sessions');
  });
});
