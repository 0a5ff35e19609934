import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailTo } from '../../kit/mails.ts';
import {
  fill,
  heading,
  look,
  newPerson,
  type Person,
  press,
  sees,
  signInAt,
  signInWithCode,
  signOut,
} from '../../kit/person.ts';
import { call, codeOf, enroll, newOrganization, newUser, sessionOf } from '../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const openUsers = async (): Promise<void> => {
  await person.page.getByRole('link', { name: 'Users' }).click();
  await heading(person, 'Users');
};
const chooseMode = (name: RegExp) => person.page.getByLabel(name).check();

describe('following up', () => {
  it('sends a reminder to selected users, and says who already had one', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const enrolled = await newUser(organizationId, 'enrolled');
    await enroll(await sessionOf(enrolled));
    await sessionOf(user);
    await signInAt(person, admin);
    await openUsers();
    await person.page.getByRole('link', { name: 'Show users without two-factor' }).click();
    await sees(person, '2 users');
    await press(person, 'Send reminder');
    await sees(person, 'First, select the users to remind.');
    await person.page.getByLabel(`Select ${user}`).check();
    await look(person, 'users-selected');
    await press(person, 'Send reminder');
    await sees(person, '1 reminder sent.');
    await mailTo(user, 'Acme Telecom asks you to turn on two-factor authentication');
    await press(person, 'Select all without two-factor');
    await press(person, 'Send reminder');
    await sees(person, '1 reminder sent. 1 user already got one this week.');
    await look(person, 'users-reminded');
  });
});

describe('the two-factor policy', () => {
  it('that encourages is a notice to users without two-factor authentication', async () => {
    const { admin, user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openUsers();
    await heading(person, 'Two-factor policy');
    await look(person, 'policy');
    await chooseMode(/^Encouraged/);
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
    await openUsers();
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
    expect(await other.page.getByRole('heading', { name: 'Sessions' }).count()).toBe(0);
    await look(other, 'account-required');
    await press(other, 'Enable');
    const own = (await other.page.locator('code.secret').innerText()).replaceAll(' ', '');
    await fill(other, 'Code', codeOf(own));
    await press(other, 'Confirm setup');
    await heading(other, 'Recovery codes');
    await heading(other, 'Sessions');
    await other.leave();
  });
});
