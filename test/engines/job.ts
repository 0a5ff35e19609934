import { totpAt } from '../../bench/kit/client.ts';
import { PASSWORD } from '../../bench/kit/people.ts';
import { type Driver, until } from './driver.ts';

/* The main job as a person does it, in any engine: each step says what has to be there after it. */

export type Step = { name: string; outcome: string };

const quoted = (text: string): string => JSON.stringify(text);

const onPage = (driver: Driver) => {
  const { evaluate } = driver;
  const sees = (text: string) =>
    until(text, () => evaluate<boolean>(`document.body.innerText.includes(${quoted(text)})`));
  return {
    sees,
    heading: (text: string) =>
      until(`the heading ${text}`, () =>
        evaluate<boolean>(
          `[...document.querySelectorAll('h1, h2, h3')].some((each) => each.textContent === ${quoted(text)})`,
        ),
      ),
    /** Names what is clicked by its text, so that the driver can click it as a person would. */
    press: async (text: string): Promise<void> => {
      await until(`the button ${text}`, () =>
        evaluate<boolean>(`(() => {
          document.querySelectorAll('[data-pressed]').forEach((each) => each.removeAttribute('data-pressed'));
          const found = [...document.querySelectorAll('button, a, label')].find(
            (each) => each.textContent.trim() === ${quoted(text)} && each.offsetParent !== null,
          );
          found?.setAttribute('data-pressed', '');
          found?.scrollIntoView({ block: 'center' });
          return found !== undefined;
        })()`),
      );
      await driver.click('[data-pressed]');
    },
  };
};

const WIDTHS = [1_280, 768, 480];

/** What does not fit into the window at any width. */
const overflows = async (driver: Driver): Promise<string[]> => {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await driver.resize(width, 900);
    const by = await driver.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (by > 0) found.push(`${width} px: ${by} px too wide`);
  }
  await driver.resize(WIDTHS[0] ?? 1_280, 900);
  return found;
};

type Account = { url: string; email: string; now(): number };

/** @param steps grows as they are done @throws Error that names the step that failed */
export const mainJob = async (driver: Driver, { url, email, now }: Account, steps: Step[]): Promise<void> => {
  const { sees, heading, press } = onPage(driver);
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const outcome = await work().then(
      () => 'done',
      (error: Error) => `failed: ${error.message}`,
    );
    steps.push({ name, outcome });
    if (outcome !== 'done') throw new Error(`${name}: ${outcome}`);
  };
  let secret = '';
  const enterPassword = async (): Promise<void> => {
    await driver.type('[name=email]', email);
    await driver.type('[name=password]', PASSWORD);
    await press('Sign in');
  };
  await step('sign in', async () => {
    await driver.open(`${url}/sign-in`);
    await enterPassword();
    await heading('Account settings');
  });
  await step('turn on 2FA with the code of an app', async () => {
    await press('Enable');
    await heading('Connect your authenticator app');
    await until('the QR code', () =>
      driver.evaluate<boolean>('[...document.images].some((each) => each.complete && each.naturalWidth > 100)'),
    );
    const link = await driver.evaluate<string>(`document.querySelector('a[href^="otpauth:"]').href`);
    secret = new URL(link).searchParams.get('secret') ?? '';
    await driver.type('[name=code]', totpAt(secret, now()));
    await press('Confirm setup');
    await heading('Recovery codes');
  });
  await step('keep 8 recovery codes', async () => {
    await until(
      '8 codes',
      async () => (await driver.evaluate<number>(`document.querySelectorAll('li code').length`)) === 8,
    );
    await press('I have stored these codes');
    await press('Done');
    await sees('On');
  });
  await step('see the list of users', async () => {
    await press('Users');
    await until('the table', () => driver.evaluate<boolean>(`document.querySelector('table') !== null`));
    await sees(email);
  });
  await step('fit at every width', async () => {
    const found = await overflows(driver);
    if (found.length > 0) throw new Error(found.join(', '));
  });
  await step('see the branding of the organization', async () => {
    await press('Branding');
    await heading('Preview');
    const found = await overflows(driver);
    if (found.length > 0) throw new Error(found.join(', '));
  });
  await step('sign out', async () => {
    await press('Sign out');
    await sees('You’ve signed out.');
  });
  await step('sign in with a second factor', async () => {
    await enterPassword();
    await until('the field for the code', () =>
      driver.evaluate<boolean>(`document.querySelector('[name=code]') !== null`),
    );
    await driver.type('[name=code]', totpAt(secret, now() + 30_000));
    await press('Submit');
    await heading('Account settings');
  });
};
