import { describe, expect, inject, it } from 'vitest';
import { enterPassword, fill, heading, newPerson, press, signInAt } from '../../kit/person.ts';
import { codeOf, enroll, newOrganization, newUser, PASSWORD, sessionOf, signIn } from '../../kit/product.ts';

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

describe('an answer that takes its time', () => {
  it('is waited for where the button is: it says so, and the buttons beside it wait too', async () => {
    const person = await newPerson();
    const { user } = await newOrganization();
    const { recoveryCodes } = await enroll(await sessionOf(user));
    await enterPassword(person, user);
    await press(person, 'Use a recovery code instead');
    await fill(person, 'Recovery code', recoveryCodes[0] ?? '');
    await press(person, 'Submit');
    await heading(person, 'Account settings');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await person.page.route('**/recovery-codes/show', async (route) => {
      await held;
      await route.continue();
    });
    await press(person, 'Show recovery codes');
    const section = person.page.locator('section', {
      has: person.page.getByRole('heading', { name: 'Two-factor authentication' }),
    });
    await section.getByText('Working…').waitFor();
    expect(await section.locator('.actions').getAttribute('aria-busy')).toBe('true');
    answer();
    await heading(person, 'Recovery codes');
    expect(await section.getByText('Working…').count()).toBe(0);
    await person.leave();
  });

  it('to a reminder is told beside the button, in sight', async () => {
    const person = await newPerson();
    const { admin, organizationId } = await newOrganization();
    for (let count = 0; count < 12; count += 1) await sessionOf(await newUser(organizationId, `user-${count}`));
    await signInAt(person, admin);
    await person.page.getByRole('link', { name: 'Users' }).click();
    await person.page.getByLabel('Select all on this page').check();
    await person.page.getByRole('button', { name: /^Send reminder to/ }).click();
    const status = person.page.getByText(/reminders sent/);
    await status.waitFor();
    const box = await status.boundingBox();
    const view = await person.page.evaluate<{ top: number; bottom: number }>('({ top: 0, bottom: innerHeight })');
    expect(box && box.y >= view.top && box.y + box.height <= view.bottom).toBe(true);
    await person.leave();
  });
});
