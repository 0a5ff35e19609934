import { expect, it } from 'vitest';
import { heading, newPerson, type Person, sees } from '../../kit/person.ts';
import { codeBeforeToEnter, codeOf, newOrganization, PASSWORD } from '../../kit/product.ts';

const FARTHEST = 40;

/** What has the focus, by its text. */
const focused = ({ page }: Person): Promise<string> =>
  page.evaluate<string>(`document.activeElement === document.body ? 'nothing' : document.activeElement.textContent`);

/** Presses Tab until the focus is on an element with this accessible name, unless it is there already. */
const tabTo = async ({ page }: Person, name: string): Promise<void> => {
  for (let step = 0; step < FARTHEST; step += 1) {
    if (step > 0) await page.keyboard.press('Tab');
    const reached = await page.evaluate<string>(`(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
    })()`);
    if (reached.trim() === name) return;
  }
  throw new Error(`The tabulator does not reach ${name}`);
};
const enter = async (person: Person, name: string, text: string): Promise<void> => {
  await tabTo(person, name);
  await person.page.keyboard.type(text);
};
const use = async (person: Person, name: string, key = 'Enter'): Promise<void> => {
  await tabTo(person, name);
  await person.page.keyboard.press(key);
};

it('the main job needs no mouse: enable, store, sign out, sign in with a code, disable', async () => {
  const { user } = await newOrganization();
  const person = await newPerson();
  const signIn = async (): Promise<void> => {
    await person.page.getByLabel('Email address').waitFor();
    await enter(person, 'Email address', user);
    await enter(person, 'Password', PASSWORD);
    await person.page.keyboard.press('Enter');
  };
  await person.page.goto('/sign-in');
  await signIn();
  await heading(person, 'Account settings');
  await use(person, 'Enable');
  await heading(person, 'Connect your authenticator app');
  const secret = (await person.page.locator('code.secret').innerText()).replaceAll(' ', '');
  await enter(person, 'Code', await codeBeforeToEnter(secret));
  await person.page.keyboard.press('Enter');
  await heading(person, 'Recovery codes');
  await use(person, 'I have stored these codes', 'Space');
  await use(person, 'Done');
  await sees(person, 'Show recovery codes');
  expect(await focused(person)).toBe('Two-factor authentication');
  await use(person, 'Regenerate recovery codes');
  await heading(person, 'Regenerate recovery codes?');
  expect(await focused(person)).toBe('Cancel');
  await person.page.keyboard.press('Escape');
  await expect.poll(() => focused(person)).toBe('Regenerate recovery codes');
  await person.page.reload();
  await heading(person, 'Account settings');
  await use(person, 'Sign out');
  await sees(person, 'You’ve signed out.');
  await signIn();
  await heading(person, 'Two-factor authentication');
  // One page, one field: it is ready.
  await person.page.keyboard.type(codeOf(secret));
  await person.page.keyboard.press('Enter');
  await heading(person, 'Account settings');
  await use(person, 'Disable');
  await heading(person, 'Disable two-factor authentication?');
  await use(person, 'Disable');
  await sees(person, /Two-factor authentication is off/);
  await expect.poll(() => focused(person)).toBe('Two-factor authentication');
  expect(person.complaints).toEqual([]);
  await person.leave();
});
