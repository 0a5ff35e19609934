import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import { linkOf, mailTo } from '../../kit/mails.ts';
import {
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
import { needs, newOrganization, PASSWORD, sessionOf, signIn } from '../../kit/product.ts';
import { setSession } from '../../kit/table.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const { controlUrl } = inject('accounts');
const ANOTHER = 'blue stapler on a quiet roof';

/** The invitation of someone who has no password yet, at the local address of the pages. */
const invite = async (name: string) => {
  const { organizationId } = await newOrganization();
  const email = `${name}@${organizationId}.example`;
  const { invitation } = await commands.createUser(needs, {
    ...{ organization: organizationId, email, name: 'Ada Autumn', manageUsers: false },
  });
  const { pathname, hash } = new URL(invitation);
  return { email, address: pathname + hash };
};

/** What a password manager finds in forms with a password: the address in each, and which kind of password. */
const passwordForms = ({ page }: Person): Promise<[account: string | undefined, kinds: string][]> =>
  page.evaluate(`[...document.querySelectorAll('form')]
    .map((form) => [form, [...form.querySelectorAll('input[type=password]')]])
    .filter(([, passwords]) => passwords.length > 0)
    .map(([form, passwords]) => [
      form.querySelector('input[autocomplete=username]')?.value,
      passwords.map(({ autocomplete }) => autocomplete).join(' '),
    ])`);

describe('every form with a password', () => {
  it('has the address of its account, for password managers', async () => {
    const { email, address } = await invite('ada');
    await person.page.goto(address);
    await person.page.getByLabel('New password').waitFor();
    expect(await passwordForms(person)).toEqual([[email, 'new-password']]);
    await fill(person, 'New password', PASSWORD);
    await press(person, 'Set password');
    await sees(person, 'Your password is set. Sign in with it.');

    // Here the address is typed.
    await fill(person, 'Email address', email);
    expect(await passwordForms(person)).toEqual([[email, 'current-password']]);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await heading(person, 'Account settings');

    await press(person, 'Change password');
    expect(await passwordForms(person)).toEqual([[email, 'current-password new-password']]);
    await press(person, 'Cancel');
    await setSession(await sessionTokenOf(person), 'identityConfirmedAt', Date.now() - 16 * 60_000);
    await press(person, 'Enable');
    await heading(person, 'Confirm that it’s you');
    expect(await passwordForms(person)).toEqual([[email, 'current-password']]);
  });

  it('has it after “This was not me”, too', async () => {
    const { user } = await newOrganization();
    await sessionOf(user);
    await signIn(user);
    const { pathname, hash } = linkOf(await mailTo(user, 'A sign-in from a new device'));
    await person.page.goto(pathname + hash);
    await sees(person, user);
    await press(person, 'End every session');
    await sees(person, /Every session has ended/);
    expect(await passwordForms(person)).toEqual([[user, 'new-password']]);
  });
});

describe('the link of an invitation', () => {
  it('says whose password it sets', async () => {
    const { email, address } = await invite('ada');
    await person.page.goto(address);
    await sees(person, 'Set a password for');
    await sees(person, email);
    await look(person, 'set-password-for');
  });

  it('says that it has expired before anyone types, and offers another', async () => {
    const { address } = await invite('late');
    const days = { advanceSeconds: 8 * 24 * 3_600, client: person.source };
    expect((await fetch(`${controlUrl}/clock`, { method: 'POST', body: JSON.stringify(days) })).status).toBe(200);
    await person.page.goto(address);
    await sees(person, 'This link has expired or was already used.');
    expect(await person.page.getByLabel('New password').count()).toBe(0);
    await look(person, 'set-password-expired');
    await person.page.getByRole('link', { name: 'Get a new link by email' }).click();
    await heading(person, 'Reset your password');
  });

  it('that was cut off is told apart from one that was used', async () => {
    const { address } = await invite('ada');
    await person.page.goto(address.slice(0, -5));
    await sees(person, 'This link is incomplete. Copy the whole link from the email.');
  });

  it('leaves its token neither in the address nor in the history of the tab', async () => {
    const { address } = await invite('ada');
    const [path = '', token = ''] = address.split('#');
    await person.page.goto(address);
    await person.page.getByLabel('New password').waitFor();
    expect(new URL(person.page.url()).pathname + new URL(person.page.url()).hash).toBe(path);
    expect(await person.page.evaluate<string>('JSON.stringify(history.state)')).not.toContain(token);
    await person.page.goto('/sign-in');
    await person.page.goBack();
    await sees(person, /Open the link from your email again/);
    await look(person, 'set-password-read-before');
    await person.page.goto(address);
    await person.page.getByLabel('New password').waitFor();
    await person.page.reload();
    await sees(person, /Open the link from your email again/);
  });

  it('works while another account is signed in, and says which one', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const { email, address } = await invite('ada');
    await person.page.goto(address);
    await sees(person, 'You’re signed in as');
    await sees(person, user);
    await look(person, 'set-password-signed-in');
    await fill(person, 'New password', ANOTHER);
    await press(person, 'Set password');
    await sees(person, 'Your password is set. Sign in with it.');
    await press(person, 'Sign in with another account');
    await fill(person, 'Email address', email);
    await fill(person, 'Password', ANOTHER);
    await press(person, 'Sign in');
    await person.page.getByRole('main').getByText(email).waitFor();
  });

  it('makes the browser a known one: the first sign-in is not from a new device', async () => {
    const { address } = await invite('ada');
    await person.page.goto(address);
    await fill(person, 'New password', ANOTHER);
    await press(person, 'Set password');
    await sees(person, 'Your password is set. Sign in with it.');
    expect((await person.page.context().cookies()).map(({ name }) => name)).toContain('device');
  });
});
