import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailTo } from '../../../kit/mails.ts';
import {
  fill,
  heading,
  look,
  newPerson,
  openPlace,
  type Person,
  press,
  sees,
  signInAt,
  signInWithCode,
  signOut,
} from '../../../kit/person.ts';
import { call, codeOf, enroll, newOrganization, newUser, sessionOf } from '../../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const openAdoption = async (): Promise<void> => {
  await person.page.getByRole('link', { name: 'Users' }).click();
  await heading(person, 'Users');
  await person.page.getByRole('link', { name: 'Two-factor adoption' }).click();
  await heading(person, 'Two-factor policy');
};
const chooseMode = (name: RegExp) => person.page.getByLabel(name).check();

describe('following up', () => {
  it('sends a reminder to selected users, and says who already had one', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const enrolled = await newUser(organizationId, 'enrolled');
    await enroll(await sessionOf(enrolled));
    await sessionOf(user);
    await signInAt(person, admin);
    await openAdoption();
    await person.page.getByRole('link', { name: 'Show users without two-factor' }).click();
    await sees(person, '2 users');
    await person.page.getByLabel(`Select ${user}`).check();
    await look(person, 'users-selected');
    await press(person, 'Send reminder to 1');
    await sees(person, '1 reminder sent.');
    await mailTo(user, 'Acme Telecom asks you to turn on two-factor authentication');
    await person.page.getByLabel('Select all on this page').check();
    await press(person, 'Send reminder to 2');
    await sees(person, '1 reminder sent. 1 user already got one this week.');
    await look(person, 'users-reminded');
  });
});

describe('the two-factor policy', () => {
  it('that encourages is a notice to users without two-factor authentication', async () => {
    const { admin, user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openAdoption();
    await look(person, 'policy');
    await chooseMode(/^Encouraged/);
    await sees(person, '1 user doesn’t have it on yet.');
    await press(person, 'Save policy');
    await sees(person, 'Policy saved.');
    const other = await newPerson();
    await signInAt(other, user);
    await sees(other, /Acme Telecom asks you to turn on two-factor authentication/);
    await look(other, 'account-encouraged');
    await other.leave();
  });

  it('that requires from a given day is announced before, and then allows only setup', async () => {
    const { admin, user } = await newOrganization();
    const { secret, token } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openAdoption();
    await chooseMode(/^Required/);
    await press(person, 'Save policy');
    await sees(person, 'Choose the date it becomes required.');
    await look(person, 'policy-no-day');
    await fill(person, 'Required starting', '2099-01-01');
    await press(person, 'Save policy');
    await sees(person, 'Policy saved.');
    const other = await newPerson();
    await signInAt(other, user);
    await sees(other, /Turn it on before/);
    await look(other, 'account-will-require');

    // The day has come.
    const requiredFrom = new Date(Date.now() - 1_000).toISOString();
    const body = { mode: 'required', requiredFrom };
    const set = await call('PUT', '/v1/organization/two-factor-policy', { token, body });
    expect(set.status).toBe(200);
    await signOut(other);
    await signInAt(other, user);
    await sees(other, /requires two-factor authentication. Turn it on to continue/);
    await openPlace(other, 'Sessions');
    expect(await other.page.getByRole('table').count()).toBe(0);
    await other.page.goBack();
    await heading(other, 'Account settings');
    await look(other, 'account-required');
    await press(other, 'Enable');
    const own = (await other.page.locator('code.secret').innerText()).replaceAll(' ', '');
    await fill(other, 'Code', codeOf(own));
    await press(other, 'Confirm setup');
    await heading(other, 'Recovery codes');
    await openPlace(other, 'Sessions');
    await other.page.getByRole('table', { name: 'Sessions' }).waitFor();
    await other.leave();
  });
});
