import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
} from '../../../kit/person.ts';
import { enroll, get, newOrganization, newUser, PASSWORD, post, sessionOf } from '../../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const rows = () => person.page.getByRole('table', { name: 'Users' }).getByRole('row');
const emails = async (): Promise<string[]> => {
  await rows().first().waitFor();
  return person.page.getByRole('table', { name: 'Users' }).getByRole('rowheader').getByRole('link').allInnerTexts();
};
const openUsers = async (): Promise<void> => {
  await person.page.getByRole('link', { name: 'Users' }).click();
  await heading(person, 'Users');
  await rows().first().waitFor();
};

describe('the user list', () => {
  it('shows and filters by two-factor status, and how the last sign-in was verified', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const enrolled = await newUser(organizationId, 'enrolled');
    await enroll(await sessionOf(enrolled));
    await signInAt(person, admin);
    await openUsers();
    expect(await emails()).toEqual([admin, enrolled, user]);
    await look(person, 'users');

    await person.page.getByLabel('Two-factor enabled').selectOption('Enabled');
    await press(person, 'Apply');
    await sees(person, '1 user');
    expect(await emails()).toEqual([enrolled]);
    expect(person.page.url()).toMatch(/\/users\?twoFactor=enabled$/);
    await person.page.goBack();
    await sees(person, '3 users');
    await person.page.getByRole('link', { name: 'Two-factor adoption' }).click();
    await sees(person, '1 of 3 users (33%) have two-factor authentication on.');
    await look(person, 'adoption');
    await person.page.getByRole('link', { name: 'Show users without two-factor' }).click();
    await sees(person, '2 users');
    expect(await emails()).toEqual([admin, user]);
    expect(await person.page.getByLabel('Two-factor enabled').inputValue()).toBe('disabled');

    await fill(person, 'Search by name or email', 'nobody');
    await press(person, 'Apply');
    await sees(person, 'No users match these filters.');
    await look(person, 'users-none');
  });

  it('pages by address, and exports a CSV of all pages that no spreadsheet executes', async () => {
    const { organizationId, admin } = await newOrganization();
    const token = await sessionOf(admin);
    const names = Array.from(
      { length: 28 },
      (_, index) => `u${String(index).padStart(2, '0')}@${organizationId}.example`,
    );
    for (const email of names) await post('/v1/users', { email, name: '=HYPERLINK("http://evil")' }, token);
    await signInAt(person, admin);
    await openUsers();
    await sees(person, '25 users on this page; there are more');
    await look(person, 'users-page');
    await person.page.getByRole('link', { name: 'Next page' }).click();
    await sees(person, '5 users');
    await person.page.reload();
    await sees(person, '5 users');
    await person.page.getByRole('link', { name: 'First page' }).click();
    await sees(person, '25 users on this page; there are more');
    await person.page.getByRole('link', { name: 'Next page' }).click();
    await sees(person, '5 users');
    // The focus is where one reads on, and there is a way back by one page.
    await expect.poll(() => person.page.evaluate("document.activeElement?.closest('tbody tr')?.rowIndex")).toBe(1);
    await person.page.getByRole('link', { name: 'Previous page' }).click();
    await sees(person, '25 users on this page; there are more');

    const downloading = person.page.waitForEvent('download');
    await press(person, 'Download CSV');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('users.csv');
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'sallyport-csv-')), 'users.csv');
    await download.saveAs(file);
    const csv = readFileSync(file, 'utf8');
    rmSync(path.dirname(file), { recursive: true });
    expect(csv.startsWith('\uFEFFemail,name,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(31);
    expect(csv).toContain(`${names[27]},"'=HYPERLINK(""http://evil"")",active,invited,disabled`);
    expect(csv).not.toMatch(/[,"]=HYPERLINK/);
    await sees(person, 'Downloaded 30 users');
  });

  it('offers a way out of an address that is no longer valid', async () => {
    const { admin } = await newOrganization();
    await signInAt(person, admin);
    await person.page.goto('/users?cursor=zzz');
    await sees(person, /This link to the list no longer works/);
    await person.page.getByRole('link', { name: 'First page' }).click();
    await sees(person, '2 users');
  });

  it('has room for long names and addresses', async () => {
    const { organizationId, admin } = await newOrganization();
    const token = await sessionOf(admin);
    const email = `${'long.'.repeat(12)}x@${'sub.'.repeat(20)}${organizationId}.example`;
    const made = await post('/v1/users', { email, name: 'Ñ'.repeat(100) }, token);
    expect(made.status).toBe(201);
    await signInAt(person, admin);
    await openUsers();
    await look(person, 'users-long');
    await person.page.getByRole('link', { name: email }).click();
    await heading(person, 'Ñ'.repeat(100));
    await look(person, 'user-long');
  });

  it('says so to people without the permission, and is not offered to them', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    expect(await person.page.getByRole('link', { name: 'Users' }).count()).toBe(0);
    await person.page.goto('/users');
    await sees(person, 'You don’t have permission to manage users. Ask an administrator.');
    expect(await person.page.getByRole('button').allInnerTexts()).toEqual(['Sign out']);
    await look(person, 'users-not-permitted');
  });
});

describe('finding users', () => {
  it('searches names and addresses, sorts by both, and filters by status; all of it in the address', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const { token } = await enroll(await sessionOf(admin));
    const at = (local: string) => `${local}@${organizationId}.example`;
    for (const [local, name] of [
      ['a1', 'Zoë Adams'],
      ['b1', 'Bob Zimmer'],
      ['c1', 'adam Öz'],
    ]) {
      await post('/v1/users', { email: at(local ?? ''), name }, token);
    }
    const never = await newUser(organizationId, 'never');
    await signInAt(person, await newUser(organizationId, 'root', true));
    await openUsers();

    await fill(person, 'Search by name or email', 'ADAM');
    await press(person, 'Apply');
    await sees(person, '2 users');
    expect(await emails()).toEqual([at('a1'), at('c1')]);
    await person.page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
    await expect.poll(emails).toEqual([at('c1'), at('a1')]);
    await person.page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
    await expect.poll(emails).toEqual([at('a1'), at('c1')]);
    const sorted = person.page.getByRole('columnheader', { name: 'Name' });
    expect(await sorted.getAttribute('aria-sort')).toBe('descending');
    expect(person.page.url()).toMatch(/\?search=ADAM&sort=name&order=descending$/);
    await look(person, 'users-found');

    await fill(person, 'Search by name or email', '');
    await person.page.getByLabel('Status').selectOption('Invited');
    await press(person, 'Apply');
    await sees(person, '3 users');
    expect((await emails()).sort()).toEqual([at('a1'), at('b1'), at('c1')]);
    await person.page.getByLabel('Status').selectOption('Never signed in');
    await press(person, 'Apply');
    await sees(person, '2 users');
    expect((await emails()).sort()).toEqual([never, user].sort());

    // A user's page leads back to where one was.
    await person.page.getByRole('link', { name: never }).click();
    await heading(person, 'Test Person');
    await person.page.getByRole('link', { name: 'All users' }).click();
    await sees(person, '2 users');
    await person.page.getByLabel('Compact rows').check();
    await person.page.reload();
    await sees(person, '2 users');
    expect(await person.page.getByLabel('Compact rows').isChecked()).toBe(true);
    await look(person, 'users-dense');
  });
});

describe('many users at once', () => {
  it('are selected across pages, reminded and suspended, with the result beside the buttons', {
    timeout: 120_000,
  }, async () => {
    const { organizationId, admin } = await newOrganization();
    const { secret, token } = await enroll(await sessionOf(admin));
    for (let index = 0; index < 4; index += 1) await newUser(organizationId, `member-${index}`);
    for (let index = 0; index < 24; index += 1) {
      await post('/v1/users', { email: `guest-${index}@${organizationId}.example`, name: 'Guest' }, token);
    }
    await signInWithCode(person, admin, secret);
    await openUsers();
    await person.page.getByLabel('Select all on this page').check();
    await sees(person, '25 users selected');
    await person.page.getByRole('button', { name: 'Select all users that match' }).click();
    await sees(person, '30 users selected');
    await look(person, 'users-all-selected');
    await press(person, 'Send reminder to 5');
    await sees(person, '5 reminders sent.');
    expect(await person.page.getByText('users selected').count()).toBe(0);

    await person.page.getByLabel('Status').selectOption('Invited');
    await person.page.getByLabel('Rows', { exact: true }).selectOption('100');
    await press(person, 'Apply');
    await sees(person, '24 users');
    for (const index of [0, 1, 2]) await person.page.getByLabel(`Select guest-${index}@`).check();
    await press(person, 'Invite 3 again');
    await sees(person, '3 invitations sent.');
    for (const index of [0, 1, 2]) await person.page.getByLabel(`Select guest-${index}@`).check();
    await press(person, 'Suspend 3');
    await heading(person, 'Suspend 3 users?');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await sees(person, '3 users suspended.');
    await sees(person, '21 users');
  });
});

describe('a user’s page', () => {
  it('shows status and sign-ins', async () => {
    const { admin, user } = await newOrganization();
    await enroll(await sessionOf(user));
    await signInAt(person, admin);
    await openUsers();
    await person.page.getByRole('link', { name: user }).click();
    await heading(person, 'Test Person');
    await sees(person, /^On$/);
    await sees(person, 'Password only');
    await person.page.getByRole('table', { name: 'History' }).getByText('Signed in: Password').first().waitFor();
    await look(person, 'user');
  });

  it('lets an administrator correct the name and grant a permission', async () => {
    const { admin, user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openUsers();
    await person.page.getByRole('link', { name: user }).click();
    await heading(person, 'Name and permissions');
    await fill(person, 'Name', 'Una Unger');
    await person.page.getByLabel('Can manage users of the organization').check();
    await press(person, 'Save changes');
    await sees(person, 'Saved.');
    await sees(person, 'Permissions granted: Manage users');
    await person.page.reload();
    await heading(person, 'Una Unger');
  });

  it('shows where they are signed in, and signs them out everywhere for a reason', async () => {
    const { admin, user } = await newOrganization();
    const theirs = await sessionOf(user);
    const { secret } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openUsers();
    await person.page.getByRole('link', { name: user }).click();
    const rows = person.page.getByRole('table', { name: 'Sessions' }).locator('tbody').getByRole('row');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await press(person, 'Sign out everywhere');
    await fill(person, 'Reason', 'Laptop stolen');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await sees(person, 'The user was signed out everywhere.');
    await sees(person, 'Not signed in anywhere.');
    await sees(person, 'Signed out everywhere: Laptop stolen');
    expect((await get('/v1/me', theirs)).status).toBe(401);
  });

  it('ends with their deletion, which is asked about first', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const { secret, token } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openUsers();
    await person.page.getByRole('link', { name: user }).click();
    await press(person, 'Delete user');
    await heading(person, 'Delete this user?');
    await look(person, 'user-delete');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Delete user' }).click();
    await sees(person, 'Test Person was deleted. Their data is erased within minutes.');
    await look(person, 'user-deleted');
    expect((await post('/v1/sign-in', { email: user, password: PASSWORD })).status).toBe(401);

    const email = `guest@${organizationId}.example`;
    await post('/v1/users', { email, name: 'Guest' }, token);
    await person.page.getByRole('link', { name: 'All users' }).click();
    await person.page.getByRole('link', { name: email }).click();
    await press(person, 'Withdraw invitation');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Withdraw invitation' }).click();
    await sees(person, 'Guest was deleted.');
  });

  it('of another organization does not exist', async () => {
    const [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
    const answer = await post('/v1/sign-in', { email: theirs.user, password: PASSWORD });
    const { user } = answer.json as { user: { id: string } };
    await signInAt(person, ours.admin);
    await person.page.goto(`/users/${user.id}`);
    await sees(person, 'There’s no such user in your organization.');
    await look(person, 'user-gone');
  });
});

describe('a new user', () => {
  it('is created, gets a link, sets a password, and signs in', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const { secret } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await openUsers();
    await person.page.getByRole('link', { name: 'New user' }).click();
    await heading(person, 'New user');
    await look(person, 'new-user');
    await fill(person, 'Name', 'Nina Neu');
    await fill(person, 'Email address', user);
    await press(person, 'Create user');
    await sees(person, 'There’s already a user with this email address.');
    const email = `nina@${organizationId}.example`;
    await fill(person, 'Email address', email);
    await person.page.getByLabel('Can manage users of the organization').check();
    await press(person, 'Create user');
    await heading(person, 'Nina Neu was created');
    await look(person, 'new-user-created');
    const link = await person.page.locator('code').innerText();

    const invited = await newPerson();
    await invited.page.goto('/set-password');
    await sees(invited, /This link is incomplete/);
    await look(invited, 'set-password-missing');
    await invited.page.goto(link.replace(/^.*?\/set-password/, '/set-password'));
    await heading(invited, 'Set your password');
    await look(invited, 'set-password');
    await fill(invited, 'New password', 'short');
    await press(invited, 'Set password');
    await sees(invited, /There is a problem/);
    await look(invited, 'set-password-rejected');
    await fill(invited, 'New password', 'blue stapler on a quiet roof');
    await press(invited, 'Set password');
    await sees(invited, 'Your password is set. Sign in with it.');
    await fill(invited, 'Email address', email);
    await fill(invited, 'Password', 'blue stapler on a quiet roof');
    await press(invited, 'Sign in');
    await heading(invited, 'Account settings');
    await invited.page.getByRole('link', { name: 'Users' }).waitFor();

    // The link was used: the page says so before anyone types.
    await invited.page.goto('about:blank');
    await invited.page.goto(link.replace(/^.*?\/set-password/, '/set-password'));
    await sees(invited, /This link has expired or was already used/);
    expect(await invited.page.getByLabel('New password').count()).toBe(0);
    await look(invited, 'set-password-over');
    await invited.leave();
  });
});
