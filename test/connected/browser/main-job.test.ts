import { text } from 'node:stream/consumers';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  signOut,
} from '../../kit/person.ts';
import { codeBeforeToEnter, codeOf, newOrganization } from '../../kit/product.ts';

// Its types describe a module, but it is CommonJS.
const readQrCode = jsqr as unknown as typeof jsqr.default;

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const codesOn = async ({ page }: Person): Promise<string[]> => {
  const list = page.getByRole('list', { name: 'Your recovery codes' });
  await list.waitFor();
  return list.locator('code').allInnerTexts();
};

/** Enables 2FA as a person with a phone does: the camera sees the same as the link says. */
const connectApp = async (): Promise<{ secret: string; uri: string }> => {
  await press(person, 'Enable');
  await heading(person, 'Connect your authenticator app');
  const image = PNG.sync.read(await person.page.getByRole('img', { name: /QR code/ }).screenshot({ scale: 'css' }));
  const seen = readQrCode(new Uint8ClampedArray(image.data), image.width, image.height)?.data ?? '';
  const link = person.page.getByRole('link', { name: 'Open it in an app on this device' });
  expect(seen).toBe(await link.getAttribute('href'));
  return { uri: seen, secret: new URL(seen).searchParams.get('secret') ?? '' };
};

const enable = async (): Promise<{ secret: string; codes: string[] }> => {
  const { secret } = await connectApp();
  await fill(person, 'Code', await codeBeforeToEnter(secret));
  await press(person, 'Confirm setup');
  await heading(person, 'Recovery codes');
  const codes = await codesOn(person);
  await person.page.getByLabel('I have stored these codes').check();
  await press(person, 'Done');
  return { secret, codes };
};

describe('kept recovery codes', () => {
  it('say what they are, whose, and from when: in the file, in the clipboard and on paper', async () => {
    const { user } = await newOrganization('Acme Telecom');
    await signInAt(person, user);
    const { secret } = await connectApp();
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Confirm setup');
    const codes = await codesOn(person);
    const header = new RegExp(
      `^Acme Telecom \\(Sallyport\\): recovery codes for ${user}\nCreated .*20\\d\\d.*\\. Each code works once`,
    );

    const downloading = person.page.waitForEvent('download');
    await press(person, 'Download');
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^recovery-codes-${user}-20\\d\\d-\\d\\d-\\d\\d\\.txt$`));
    const file = (await text(await download.createReadStream())).trimEnd();
    expect(file).toMatch(header);
    expect(file.split('\n').slice(-8)).toEqual(codes);

    await person.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press(person, 'Copy');
    expect((await person.page.evaluate<string>('navigator.clipboard.readText()')).trimEnd()).toBe(file);

    await person.page.emulateMedia({ media: 'print' });
    const paper = (await person.page.locator('body').innerText()).split('\n').filter((line) => line !== '');
    expect(paper.join('\n')).toMatch(header);
    expect(paper.slice(-8)).toEqual(codes);
    await person.page.emulateMedia({ media: 'screen' });
  });
});

describe('enabling two-factor authentication', () => {
  it('goes from Enable through the QR code and a code from the app to 8 recovery codes', async () => {
    const { user } = await newOrganization('Acme Télécom & Söhne');
    await signInAt(person, user);
    await look(person, 'account-off');

    const { secret, uri } = await connectApp();
    expect(decodeURIComponent(new URL(uri).pathname)).toContain(`Acme Télécom & Söhne:${user}`);
    const shown = await person.page.locator('code.secret').innerText();
    expect(shown.replaceAll(' ', '')).toBe(secret);
    expect(shown).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    await look(person, 'setup');

    await press(person, 'Confirm setup');
    await sees(person, 'Enter the 6 digits that your authenticator app shows.');
    await expect.poll(() => person.page.title()).toMatch(/^Error: Account settings/);
    await fill(person, 'Code', codeOf(secret, 9));
    await press(person, 'Confirm setup');
    await sees(person, /phone’s clock/);
    await look(person, 'setup-wrong-code');

    await fill(person, 'Code', (await codeBeforeToEnter(secret)).replace(/(...)/, '$1 '));
    await press(person, 'Confirm setup');
    await sees(person, 'Two-factor authentication is on. Store your recovery codes now.');
    const codes = await codesOn(person);
    expect(new Set(codes).size).toBe(8);
    await look(person, 'recovery-codes-new');

    await press(person, 'Done');
    await sees(person, 'Store the codes somewhere safe, then check the box.');
    await person.page.getByLabel('I have stored these codes').check();
    await press(person, 'Done');
    await press(person, 'Show recovery codes');
    expect(await codesOn(person)).toEqual(codes);
    await look(person, 'recovery-codes');
    await press(person, 'Hide recovery codes');
    await look(person, 'account-on');
  });

  it('starts again if the person leaves the page before entering the code', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const first = await connectApp();
    await person.page.reload();
    await heading(person, 'Account settings');
    await sees(person, 'Off');
    const second = await connectApp();
    expect(second.secret).not.toBe(first.secret);
    await fill(person, 'Code', codeOf(first.secret));
    await press(person, 'Confirm setup');
    await sees(person, /That code is incorrect/);
    await press(person, 'Cancel');
    await person.page.getByRole('button', { name: 'Enable' }).waitFor();
  });

  it('starts again after five wrong codes', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const { secret } = await connectApp();
    const confirm = async (): Promise<number> => {
      await fill(person, 'Code', codeOf(secret, 9));
      const answered = person.page.waitForResponse('**/setup/confirm');
      await press(person, 'Confirm setup');
      return (await answered).status();
    };
    const statuses = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) statuses.push(await confirm());
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    expect(await confirm()).toBe(409);
    await sees(person, /This setup has expired/);
    await person.page.getByRole('button', { name: 'Enable' }).waitFor();
  });
});

describe('signing in with two-factor authentication', () => {
  it('asks for a code from the app after the password, even after a reload', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const { secret } = await enable();
    await signOut(person);

    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    await sees(person, /^4:\d\d$/);
    await look(person, 'challenge');
    await fill(person, 'Code', codeOf(secret, 9));
    await press(person, 'Submit');
    await sees(person, /phone’s clock/);
    await look(person, 'challenge-wrong-code');

    await person.page.reload();
    await sees(person, /^4:\d\d$/);
    await fill(person, 'Code', codeOf(secret).replace(/(...)/, '$1-'));
    await press(person, 'Submit');
    await heading(person, 'Account settings');
    await openPlace(person, 'Profile');
    await sees(person, 'Two-factor required');
  });

  it('accepts a recovery code instead, and says that it was replaced', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const { codes } = await enable();
    await signOut(person);
    await enterPassword(person, user);
    await press(person, 'Use a recovery code instead');
    await look(person, 'challenge-recovery');
    await fill(person, 'Recovery code', 'nothing');
    await press(person, 'Submit');
    await sees(person, 'Enter a recovery code: 24 letters and digits.');
    await fill(person, 'Recovery code', (codes[0] ?? '').toLowerCase());
    await press(person, 'Submit');
    await sees(person, /a new one has taken its place/);
    await look(person, 'account-code-replaced');
    await press(person, 'Show recovery codes');
    await heading(person, 'Recovery codes');
    const now = await codesOn(person);
    expect(now).toHaveLength(8);
    expect(now).not.toContain(codes[0]);
    expect(now.filter((code) => codes.includes(code))).toHaveLength(7);
  });

  it('leads back to sign-in with a reason when the challenge has expired', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const { secret } = await enable();
    await signOut(person);
    await enterPassword(person, user);
    await heading(person, 'Two-factor authentication');
    await person.page.context().clearCookies({ name: 'challenge' });
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Submit');
    await sees(person, /Your sign-in timed out/);
    await look(person, 'sign-in-challenge-over');
  });
});

describe('changing two-factor authentication', () => {
  it('regenerates after asking: the previous codes no longer work', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const { codes } = await enable();
    await press(person, 'Regenerate recovery codes');
    await heading(person, 'Regenerate recovery codes?');
    await look(person, 'regenerate');
    await press(person, 'Cancel');
    await press(person, 'Regenerate recovery codes');
    await press(person, 'Regenerate');
    await sees(person, /You have 8 new recovery codes/);
    const now = await codesOn(person);
    expect(now).toHaveLength(8);
    expect(now.filter((code) => codes.includes(code))).toEqual([]);
  });

  it('replaces the app without a gap: the old one works until the new one is confirmed', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    const old = await enable();
    await press(person, 'Replace authenticator app');
    await heading(person, 'Connect your authenticator app');
    const link = person.page.getByRole('link', { name: 'Open it in an app on this device' });
    const secret = new URL((await link.getAttribute('href')) ?? '').searchParams.get('secret') ?? '';
    expect(secret).not.toBe(old.secret);
    await fill(person, 'Code', codeOf(secret));
    await press(person, 'Confirm setup');
    await sees(person, /Your new authenticator app is connected/);
    await look(person, 'replaced-app');
    expect((await codesOn(person)).filter((code) => old.codes.includes(code))).toEqual([]);
  });

  it('disables after asking: then the password is enough again', async () => {
    const { user } = await newOrganization();
    await signInAt(person, user);
    await enable();
    await press(person, 'Disable');
    await look(person, 'disable');
    await person.page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await sees(person, /Two-factor authentication is off/);
    await signOut(person);
    await signInAt(person, user);
    await openPlace(person, 'Profile');
    await sees(person, 'Password only');
  });
});
