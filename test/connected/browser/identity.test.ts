import { afterEach, beforeEach, describe, it } from 'vitest';
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
  signInWithCode,
} from '../../kit/person.ts';
import { codeOf, enroll, newOrganization, PASSWORD, sessionOf } from '../../kit/product.ts';
import { setSession } from '../../kit/table.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

/** As if a quarter of an hour had passed. */
const letConfirmationAge = async (): Promise<void> => {
  await setSession(await sessionTokenOf(person), 'identityConfirmedAt', Date.now() - 16 * 60_000);
};

const confirm = async (): Promise<void> => {
  const dialog = person.page.getByRole('dialog');
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
};

describe('an action that needs a fresh identity', () => {
  it('opens one dialog for the password, and then continues', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await letConfirmationAge();
    await press(person, 'Enable');
    await heading(person, 'Confirm that it’s you');
    await look(person, 'identity');
    await press(person, 'Confirm');
    await sees(person, 'Enter your password.');
    await fill(person, 'Password', 'wrong horse battery staple');
    await press(person, 'Confirm');
    await sees(person, 'Incorrect password.');
    await look(person, 'identity-wrong');
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Confirm');
    await heading(person, 'Connect your authenticator app');
  });

  it('continues a setup whose confirmation has expired in the meantime', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await press(person, 'Enable');
    await heading(person, 'Connect your authenticator app');
    const secret = (await person.page.locator('code.secret').innerText()).replaceAll(' ', '');
    await letConfirmationAge();
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Confirm setup');
    await heading(person, 'Confirm that it’s you');
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Confirm');
    await heading(person, 'Recovery codes');
  });

  it('asks for a code, too, if 2FA was turned on elsewhere', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await press(person, 'Enable');
    await heading(person, 'Connect your authenticator app');
    await press(person, 'Cancel');
    const { token } = await enroll(await sessionTokenOf(person));
    await giveSession(person, token);
    await letConfirmationAge();
    await press(person, 'Enable');
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Confirm');
    await person.page.getByRole('dialog').getByLabel('Code', { exact: true }).waitFor();
  });

  it('changes nothing when the person cancels', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await letConfirmationAge();
    await press(person, 'Enable');
    await heading(person, 'Confirm that it’s you');
    await person.page.keyboard.press('Escape');
    await person.page.getByRole('dialog').waitFor({ state: 'detached' });
    await sees(person, 'Off');
  });

  it('may change the password or end sessions', async () => {
    const { user } = await newOrganization();
    await sessionOf(user);
    await signInAt(person, user);
    await openPlace(person, 'Sessions');
    await letConfirmationAge();
    await press(person, 'End all others');
    await confirm();
    await sees(person, 'All other sessions have ended.');

    await person.page.getByRole('link', { name: 'Security' }).click();
    await letConfirmationAge();
    await press(person, 'Change password');
    await fill(person, 'Current password', PASSWORD);
    await fill(person, 'New password', 'blue stapler on a quiet roof');
    await press(person, 'Change');
    await confirm();
    await sees(person, 'Your password was changed. Your other sessions have ended.');
  });

  it('may grant a permission, which creating a user without any is not', async () => {
    const { admin, organizationId } = await newOrganization();
    const { secret, recoveryCodes } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await letConfirmationAge();
    const create = async (name: string, mayManage: boolean): Promise<void> => {
      await person.page.goto('/users/new');
      await fill(person, 'Name', name);
      await fill(person, 'Email address', `${name}@${organizationId}.example`);
      if (mayManage) await person.page.getByLabel('Can manage users of the organization').check();
      await press(person, 'Create user');
    };
    await create('plain', false);
    await heading(person, 'plain was created');
    await create('mighty', true);
    await heading(person, 'Confirm that it’s you');
    await press(person, 'Use a recovery code instead');
    const dialog = person.page.getByRole('dialog');
    await dialog.getByLabel('Recovery code', { exact: true }).fill(recoveryCodes[0] ?? '');
    await confirm();
    await heading(person, 'mighty was created');
  });

  it('asks for the second factor, too, if it is on', async () => {
    const { user } = await newOrganization();
    const { secret, recoveryCodes } = await enroll(await sessionOf(user));
    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Submit');
    await heading(person, 'Account settings');
    await letConfirmationAge();
    await press(person, 'Show recovery codes');
    await fill(person, 'Password', PASSWORD);
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Confirm');
    await sees(person, /That code is incorrect or has already been used/);
    await look(person, 'identity-two-factor');
    await press(person, 'Use a recovery code instead');
    await fill(person, 'Password', PASSWORD);
    await fill(person, 'Recovery code', recoveryCodes[0] ?? '');
    await press(person, 'Confirm');
    await heading(person, 'Recovery codes');
  });
});
