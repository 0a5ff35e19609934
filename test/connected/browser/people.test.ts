import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SentMail } from '../../../local/aws/mail/mail-server.ts';
import { linkOf, mailTo } from '../../kit/mails.ts';
import {
  enterPassword,
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
} from '../../kit/person.ts';
import { codeOf, enroll, get, newOrganization, newUser, PASSWORD, post, sessionOf, signIn } from '../../kit/product.ts';

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const ANOTHER = 'blue stapler on a quiet roof';
const passIn = ({ text }: SentMail): string => /\b[0-9A-Z]{4,6}(?:-[0-9A-Z]{4,6})+\b/.exec(text)?.[0] ?? 'no pass';
/** The link in a mail, at the local address of the pages. */
const follow = async ({ page }: Person, { pathname, hash }: URL): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(pathname + hash);
};

describe('a forgotten password', () => {
  it('is reset by mail, and the new one signs in', async () => {
    const { user } = await newOrganization();
    await person.page.goto('/sign-in');
    await person.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await heading(person, 'Reset your password');
    await look(person, 'forgot-password');
    await fill(person, 'Email address', user);
    await press(person, 'Send email');
    await heading(person, 'Check your email');
    await look(person, 'forgot-password-sent');
    await follow(person, linkOf(await mailTo(user, 'Reset your password at Acme Telecom')));
    await heading(person, 'Set your password');
    await fill(person, 'New password', ANOTHER);
    await press(person, 'Set password');
    await sees(person, 'Your password is set. Sign in with it.');
    await enterPassword(person, user, ANOTHER);
    await heading(person, 'Account settings');
  });
});

describe('“This was not me”', () => {
  it('ends every session at the press of a button, and goes on to a new password', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    await signIn(user);
    const link = linkOf(await mailTo(user, 'A sign-in from a new device'));
    await follow(person, link);
    await heading(person, 'This was not me');
    await look(person, 'not-me');
    // Opening the link does nothing yet, because programs open the links in mails, too.
    expect((await get('/v1/me', token)).status).toBe(200);
    await press(person, 'End every session');
    await sees(person, /Every session has ended/);
    expect((await get('/v1/me', token)).status).toBe(401);
    await look(person, 'not-me-done');
    await fill(person, 'New password', ANOTHER);
    await press(person, 'Set password');
    await sees(person, 'Your password is set. Sign in with it.');
    await follow(person, link);
    await sees(person, /This link has expired, or your password has been changed since/);
    expect(await person.page.getByRole('button', { name: 'End every session' }).count()).toBe(0);
    await look(person, 'not-me-over');
  });

  it('says so if the link is incomplete', async () => {
    await person.page.goto('/not-me');
    await sees(person, /This link is incomplete/);
    await look(person, 'not-me-missing');
  });
});

describe('the account settings', () => {
  it('list the sessions and end them, one or all', async () => {
    const { user } = await newOrganization();
    const [one, two] = [await sessionOf(user), await sessionOf(user)];
    await signInAt(person, user);
    await openPlace(person, 'Sessions');
    const sessions = person.page.getByRole('table', { name: 'Sessions' });
    const rows = sessions.locator('tbody').getByRole('row');
    await sessions.waitFor();
    expect(await rows.count()).toBe(3);
    await sees(person, 'This session');
    await sees(person, 'Near Munich, Germany');
    await look(person, 'sessions');
    await sessions
      .getByRole('button', { name: /^End the session on/ })
      .first()
      .click();
    await sees(person, 'The session has ended.');
    expect(await rows.count()).toBe(2);
    expect((await get('/v1/me', two)).status).toBe(401);
    expect((await get('/v1/me', one)).status).toBe(200);
    await press(person, 'End all others');
    await sees(person, 'All other sessions have ended.');
    expect((await get('/v1/me', one)).status).toBe(401);
    await person.page.reload();
    await heading(person, 'Sessions');
    await sessions.waitFor();
    expect(await rows.count()).toBe(1);
  });

  it('change the password, and show what happened to the account', async () => {
    const { user } = await newOrganization();
    const elsewhere = await sessionOf(user);
    await signInAt(person, user);
    await press(person, 'Change password');
    await fill(person, 'Current password', 'wrong');
    await fill(person, 'New password', ANOTHER);
    await press(person, 'Change');
    await sees(person, 'Incorrect password.');
    await look(person, 'change-password-wrong');
    await fill(person, 'Current password', PASSWORD);
    await press(person, 'Change');
    await sees(person, 'Your password was changed. Your other sessions have ended.');
    expect((await get('/v1/me', elsewhere)).status).toBe(401);
    await openPlace(person, 'Activity');
    await person.page.getByRole('table', { name: 'History' }).getByText('Password changed').waitFor();
    await look(person, 'account-history');
    await mailTo(user, 'Your password was changed');
  });
});

describe('an administrator', () => {
  const openUser = async (admin: string, user: string): Promise<void> => {
    const { secret } = await enroll(await sessionOf(admin));
    await signInWithCode(person, admin, secret);
    await person.page.getByRole('link', { name: 'Users' }).click();
    await person.page.getByRole('link', { name: user }).click();
    await heading(person, 'Actions');
  };

  it('suspends and reactivates a user', async () => {
    const { admin, user } = await newOrganization();
    const token = await sessionOf(user);
    await openUser(admin, user);
    await look(person, 'user-actions');
    await press(person, 'Suspend');
    await heading(person, 'Suspend this user?');
    await look(person, 'suspend-dialog');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await sees(person, 'The user is suspended and signed out everywhere.');
    expect((await get('/v1/me', token)).status).toBe(401);
    expect((await signIn(user)).status).toBe(401);
    await press(person, 'Reactivate');
    await sees(person, 'The user can sign in again.');
    expect((await signIn(user)).status).toBe(200);
    await person.page.getByRole('table', { name: 'History' }).getByText('Reactivated').waitFor();
    await look(person, 'user-history');
  });

  it('resets the second factor with a reason, which the history keeps', async () => {
    const { admin, user } = await newOrganization();
    await enroll(await sessionOf(user));
    await openUser(admin, user);
    await press(person, 'Reset two-factor authentication');
    await heading(person, 'Reset two-factor authentication?');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await sees(person, 'Enter a reason of at most 300 characters.');
    await look(person, 'reset-dialog');
    await fill(person, 'Reason', 'Phone lost; seen in person');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await sees(person, /Two-factor authentication is off for this user/);
    await person.page.getByText('Two-factor authentication reset: Phone lost; seen in person').waitFor();
    expect(await person.page.getByRole('button', { name: 'Reset two-factor authentication' }).count()).toBe(0);
    await mailTo(user, 'Your two-factor authentication was reset');
    expect((await signIn(user)).json).toMatchObject({ status: 'signed_in' });
  });

  it('creates another link for someone who lost the first', async () => {
    const { admin, organizationId } = await newOrganization();
    const email = `new@${organizationId}.example`;
    await post('/v1/users', { email, name: 'Nora New' }, await sessionOf(admin));
    await openUser(admin, email);
    await press(person, 'New invitation link');
    await sees(person, /Give this link to the user/);
    await look(person, 'user-invitation');
    await mailTo(email, 'Set your password at Acme Telecom');
  });

  it('emails the link to someone who has a password, and does not show it', async () => {
    const { admin, user } = await newOrganization();
    await openUser(admin, user);
    await press(person, 'New invitation link');
    await sees(person, `We’ve sent a link to ${user}.`);
    await look(person, 'user-link-sent');
    const { hash } = linkOf(await mailTo(user, 'Set your password at Acme Telecom'));
    expect(await person.page.content()).not.toContain(hash.slice(1));
  });

  it('ends a user’s waiting time, with a reason that the history keeps', { timeout: 60_000 }, async () => {
    const { admin, user } = await newOrganization();
    for (let attempt = 0; attempt < 6; attempt += 1) await signIn(user, 'wrong');
    expect((await signIn(user)).status).toBe(429);
    await openUser(admin, user);
    await press(person, 'End waiting time');
    await heading(person, 'End the waiting time?');
    await look(person, 'lift-waits-dialog');
    await fill(person, 'Reason', 'Called from the office');
    await person.page.getByRole('dialog').getByRole('button', { name: 'End waiting time' }).click();
    await sees(person, 'The waiting time has ended. The user can try again right away.');
    await person.page.getByText('Waiting time ended: Called from the office').waitFor();
    expect((await signIn(user)).status).toBe(200);
  });

  it('without two-factor authentication is led to turn it on first', async () => {
    const { admin, user } = await newOrganization();
    await signInAt(person, admin);
    await person.page.getByRole('link', { name: 'Users' }).click();
    await person.page.getByRole('link', { name: user }).click();
    await press(person, 'New invitation link');
    await person.page
      .getByRole('alert')
      .getByRole('link', { name: 'Turn on two-factor authentication first.' })
      .click();
    await heading(person, 'Account settings');
  });

  it('is offered only actions that can work on a suspended user', async () => {
    const { admin, user } = await newOrganization();
    await enroll(await sessionOf(user));
    await openUser(admin, user);
    await press(person, 'Suspend');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await person.page.getByRole('button', { name: 'Reactivate' }).waitFor();
    for (const name of ['New invitation link', 'Bypass code'])
      expect(await person.page.getByRole('button', { name, exact: true }).count()).toBe(0);
  });

  it('sees in the history who got which permission, with a link to the user', async () => {
    const { admin, organizationId } = await newOrganization();
    const { token } = await enroll(await sessionOf(admin));
    const witness = await newUser(organizationId, 'witness', true);
    const body = { email: `new@${organizationId}.example`, name: 'Nora New', permissions: ['users:manage'] };
    expect((await post('/v1/users', body, token)).status).toBe(201);
    await mailTo(witness, 'The administrators of Acme Telecom changed');
    await signInAt(person, witness);
    await openPlace(person, 'Activity');
    const history = person.page.getByRole('table', { name: 'History' });
    await history
      .getByText('Administrators changed: Manage users; an account that can manage users was created')
      .first()
      .waitFor();
    await look(person, 'account-administrators-changed');
    await history.getByRole('link', { name: 'Show their account' }).first().click();
    await person.page.getByText('Account created: Manage users').waitFor();
    await look(person, 'user-created-history');
  });

  it('can do none of this to their own account', async () => {
    const { admin } = await newOrganization();
    await signInAt(person, admin);
    await person.page.getByRole('link', { name: 'Users' }).click();
    await person.page.getByRole('link', { name: admin }).click();
    await heading(person, 'Profile');
    expect(await person.page.getByRole('heading', { name: 'Actions' }).count()).toBe(0);
  });
});

describe('the lost phone', () => {
  // There are three ways back, each with its own sign-ins.
  it('is not the end: a recovery code, a reset or a bypass code leads back in', { timeout: 90_000 }, async () => {
    const { admin, user } = await newOrganization();
    const { recoveryCodes } = await enroll(await sessionOf(user));

    // The recovery codes are at hand.
    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    await press(person, 'Use a recovery code instead');
    await fill(person, 'Recovery code', recoveryCodes[0] ?? '');
    await press(person, 'Submit');
    await sees(person, /You signed in with a recovery code/);
    await signOut(person);

    // They are not: an administrator resets the factor, and the user turns it on again with the new phone.
    const boss = await newPerson();
    const { secret: bossSecret } = await enroll(await sessionOf(admin));
    await signInWithCode(boss, admin, bossSecret);
    await boss.page.getByRole('link', { name: 'Users' }).click();
    await boss.page.getByRole('link', { name: user }).click();
    await press(boss, 'Reset two-factor authentication');
    await fill(boss, 'Reason', 'Phone and codes lost; seen in person');
    await boss.page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await sees(boss, /Two-factor authentication is off for this user/);
    await mailTo(user, 'Your two-factor authentication was reset');
    await signInAt(person, user);
    await press(person, 'Enable');
    const secret = (await person.page.locator('code.secret').innerText()).replaceAll(' ', '');
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Confirm setup');
    await heading(person, 'Recovery codes');
    await signOut(person);

    // The phone is at home for the day: one bypass code, and the factor stays on.
    await boss.page.reload();
    await press(boss, 'Bypass code');
    await heading(boss, 'Send a bypass code?');
    await look(boss, 'bypass-code-dialog');
    await fill(boss, 'Reason', 'Phone at home; voice known');
    await boss.page.getByRole('dialog').getByRole('button', { name: 'Send bypass code' }).click();
    await sees(boss, `We’ve sent a bypass code to ${user}.`);
    await look(boss, 'bypass-code-sent');
    // Its owner gets it, and the administrator never sees it.
    const pass = passIn(await mailTo(user, 'Your bypass code'));
    expect(await boss.page.content()).not.toContain(pass);
    const usePass = async (): Promise<void> => {
      await enterPassword(person, user);
      await heading(person, 'Two-factor authentication');
      await press(person, 'Use a recovery code instead');
      await press(person, 'Use a bypass code from an administrator');
      await fill(person, 'Bypass code', pass.toLowerCase());
      await press(person, 'Submit');
    };
    await usePass();
    await heading(person, 'Account settings');
    await sees(person, /^On$/);
    await openPlace(person, 'Activity');
    await person.page.getByRole('table', { name: 'Sign-ins' }).getByText('Password and bypass code').waitFor();
    await signOut(person);
    await usePass();
    await sees(person, /That bypass code is incorrect, has expired or has already been used/);
    await look(person, 'bypass-code-used');
    await mailTo(user, 'A bypass code was used');
    await boss.leave();
  });
});
