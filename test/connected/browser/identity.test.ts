import { afterEach, beforeEach, describe, it } from 'vitest';
import { codeOf, enroll, newOrganization, PASSWORD, sessionOf } from '../product.ts';
import { setSession } from '../table.ts';
import {
  enterPassword,
  fill,
  giveSession,
  heading,
  look,
  newPerson,
  type Person,
  press,
  sees,
  sessionTokenOf,
  signInAt,
} from './person.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

/** As after a quarter of an hour. */
const letConfirmationAge = async (): Promise<void> => {
  await setSession(await sessionTokenOf(person), 'identityConfirmedAt', Date.now() - 16 * 60_000);
};

describe('what needs a fresh identity', () => {
  it('opens one dialog for the password, and then goes on with what was asked', async () => {
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

  it('goes on with a set-up whose identity has aged meanwhile', async () => {
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

  it('asks for a code, too, when 2FA has come on elsewhere', async () => {
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

  it('leaves everything as it was when the person cancels', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await letConfirmationAge();
    await press(person, 'Enable');
    await heading(person, 'Confirm that it’s you');
    await person.page.keyboard.press('Escape');
    await person.page.getByRole('dialog').waitFor({ state: 'detached' });
    await sees(person, 'Off');
  });

  it('asks for the second factor, too, where it is on', async () => {
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
