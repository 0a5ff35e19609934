import { describe, expect, inject, it } from 'vitest';
import { enterPassword, fill, heading, newPerson, press, signInAt } from '../../kit/person.ts';
import { codeOf, enroll, newOrganization, PASSWORD, sessionOf, signIn } from '../../kit/product.ts';

const { controlUrl } = inject('accounts');
const breakOnce = (client: string, fault: object) =>
  fetch(`${controlUrl}/faults`, { method: 'POST', body: JSON.stringify({ ...fault, client }) });

describe('an answer that is lost on the way', () => {
  it('to a code: the person is signed in, and the code was used once', async () => {
    const person = await newPerson();
    const { user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(user));
    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    // The function dies after the sign-in is written and before it can answer.
    const fault = { service: 'dynamodb', action: 'TransactWriteItems', kind: 'killInstance', function: 'signInTotp' };
    expect((await breakOnce(person.source, fault)).status).toBe(201);
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Submit');
    await heading(person, 'Account settings');
    await person.leave();
  });

  it('to a password change: the person stays signed in, with the new password', async () => {
    const person = await newPerson();
    const { user } = await newOrganization();
    await signInAt(person, user);
    await press(person, 'Change password');
    await fill(person, 'Current password', PASSWORD);
    await fill(person, 'New password', 'blue stapler on a quiet roof');
    const fault = { service: 'dynamodb', action: 'TransactWriteItems', kind: 'killInstance' };
    expect((await breakOnce(person.source, { ...fault, function: 'changePassword' })).status).toBe(201);
    await press(person, 'Change');
    await person.page.getByText('Your password was changed. Your other sessions have ended.').waitFor();
    await person.page.reload();
    await heading(person, 'Account settings');
    expect((await signIn(user, 'blue stapler on a quiet roof')).status).toBe(200);
    await person.leave();
  });

  it('to a confirmation: the recovery codes are shown anyway', async () => {
    const person = await newPerson();
    const { user } = await newOrganization();
    await signInAt(person, user);
    await press(person, 'Enable');
    await heading(person, 'Connect your authenticator app');
    const secret = (await person.page.locator('code.secret').innerText()).replaceAll(' ', '');
    const fault = { service: 'dynamodb', action: 'TransactWriteItems', kind: 'dropResponse', times: 3 };
    expect((await breakOnce(person.source, { ...fault, function: 'confirmTwoFactorSetup' })).status).toBe(201);
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Confirm setup');
    await heading(person, 'Recovery codes');
    expect(await person.page.getByRole('list', { name: 'Your recovery codes' }).locator('code').count()).toBe(8);
    await person.leave();
  });
});
