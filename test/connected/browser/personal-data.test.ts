import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkOf, mailTo } from '../../kit/mails.ts';
import { fill, heading, look, newPerson, openPlace, type Person, press, sees, signInAt } from '../../kit/person.ts';
import { get, newOrganization, PASSWORD, sessionOf, signIn } from '../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

describe('the profile', () => {
  it('has the owner’s name, which they can change', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await openPlace(person, 'Profile');
    await look(person, 'profile');
    await fill(person, 'Name', ' ');
    await press(person, 'Save name');
    await sees(person, 'Enter a name of at most 100 characters.');
    await fill(person, 'Name', 'Ula Unger');
    await press(person, 'Save name');
    await sees(person, 'Your name was changed.');
    await person.page.reload();
    await heading(person, 'Profile');
    expect(await person.page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ula Unger');
    expect((await get('/v1/me', await sessionOf(user))).json).toMatchObject({ name: 'Ula Unger' });
  });

  it('gives out what is stored, as a file that says whose it is', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await openPlace(person, 'Profile');
    const downloading = person.page.waitForEvent('download');
    await press(person, 'Download your data');
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${user}.*\\.json$`));
    const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-data-'));
    await download.saveAs(path.join(folder, 'data.json'));
    const found = JSON.parse(readFileSync(path.join(folder, 'data.json'), 'utf8')) as Record<string, unknown>;
    rmSync(folder, { recursive: true });
    expect(found).toMatchObject({ account: { email: user }, signIns: [{ method: 'password' }], complete: true });
    await sees(person, 'Downloaded.');
  });

  it('ends with the account, after a question and for good', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await openPlace(person, 'Profile');
    await press(person, 'Delete account');
    await heading(person, 'Delete your account?');
    await look(person, 'account-delete');
    await person.page.keyboard.press('Escape');
    await press(person, 'Delete account');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Delete account' }).click();
    await heading(person, 'Sign in');
    await sees(person, 'Your account was deleted.');
    await look(person, 'account-deleted');
    expect((await signIn(user)).status).toBe(401);
  });

  it('tells the last administrator why theirs has to stay', async () => {
    const { admin } = await newOrganization();
    await signInAt(person, admin);
    await openPlace(person, 'Profile');
    await press(person, 'Delete account');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Delete account' }).click();
    await sees(person, 'Your organization needs at least one active administrator. Add another one first.');
  });
});

describe('another address', () => {
  it('is typed in the profile, confirmed from the mail, and ready at the next sign-in', async () => {
    const { organizationId, user } = await newOrganization();
    const next = `next@${organizationId}.example`;
    await signInAt(person, user);
    await openPlace(person, 'Profile');
    await fill(person, 'New email address', next);
    await press(person, 'Change address');
    await sees(person, `If ${next} can be used, we’ve sent a link there.`);
    const link = linkOf(await mailTo(next, 'Confirm your new email address'));
    await person.page.goto(`/confirm-email${link.hash}`);
    await heading(person, 'Confirm your new address');
    await look(person, 'confirm-email');
    await press(person, 'Confirm');
    await sees(person, 'Your email address was changed. Sign in with the new one.');
    expect(await person.page.getByLabel('Email address').inputValue()).toBe(next);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await heading(person, 'Account settings');
    await sees(person, next);

    await person.page.goto('about:blank');
    await person.page.goto(`/confirm-email${link.hash}`);
    await sees(person, /This link has expired or was already used/);
  });
});
