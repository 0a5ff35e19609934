import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../../admin/commands.ts';
import { pngLogo, svgLogo } from '../../../kit/logos.ts';
import {
  fill,
  heading,
  look,
  newPerson,
  type Person,
  press,
  sees,
  signInWithCode,
  signOut,
} from '../../../kit/person.ts';
import { call, enroll, get, needs, newOrganization, PASSWORD, sessionOf } from '../../../kit/product.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-logos-'));
const fileOf = (name: string, content: Buffer | string): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});
afterEach(() => person.leave());

const openBranding = async (admin: string): Promise<void> => {
  const { secret } = await enroll(await sessionOf(admin));
  await signInWithCode(person, admin, secret);
  await person.page.getByRole('link', { name: 'Users' }).click();
  await person.page.getByRole('link', { name: 'Branding' }).click();
  await heading(person, 'Branding');
  await person.page.getByLabel('Organization name').waitFor();
};
const choose = (file: string) => person.page.getByLabel('Logo', { exact: true }).setInputFiles(file);
const logo = () => person.page.getByRole('banner').getByRole('img');
const accentOf = () =>
  person.page.evaluate<string>("getComputedStyle(document.documentElement).getPropertyValue('--pico-primary')");
const linkText = (row: number) => person.page.locator(`[name="links/${row}/text"]`).inputValue();
const setColor = (label: string, color: string) => person.page.getByLabel(label).fill(color);

describe('the brand of an organization', () => {
  it('is set with a preview, and is then on every page and in every browser that knows the organization', async () => {
    const { organizationId, admin } = await newOrganization();
    await openBranding(admin);
    await fill(person, 'Organization name', 'Zenith Networks');
    await choose(fileOf('large.png', pngLogo(1_000, 400)));
    await person.page.getByAltText('Current logo').waitFor();
    await person.page.getByLabel('Use our own color').check();
    await setColor('Color on light pages', '#7a1fa2');
    await setColor('Color on dark pages', '#d9a8f0');
    await fill(person, 'Support contact', 'help@zenith.example');
    await fill(person, 'Help for people who lost their phone', 'Call the service desk: 555 0100.');
    await fill(person, 'Link 1: text', 'Privacy');
    await fill(person, 'Link 1: web address', 'https://zenith.example/privacy');
    await look(person, 'branding');
    await press(person, 'Save branding');
    await sees(person, 'Branding saved.');
    expect(await logo().getAttribute('alt')).toBe('Zenith Networks');
    expect(await accentOf()).toBe('#7a1fa2');
    await look(person, 'branding-saved');

    // The same browser, signed out: it knows whose pages it showed last.
    await signOut(person);
    expect(await logo().getAttribute('alt')).toBe('Zenith Networks');
    expect(await person.page.title()).toBe('Sign in – Zenith Networks');
    await look(person, 'sign-in-branded');

    // Another browser: by the link, and then without it.
    const other = await newPerson();
    try {
      await other.page.goto(`/sign-in?organization=${organizationId}`);
      await other.page.getByRole('img', { name: 'Zenith Networks' }).waitFor();
      const foot = other.page.getByRole('contentinfo');
      expect(await foot.getByRole('link', { name: 'Contact support' }).getAttribute('href')).toBe(
        'mailto:help@zenith.example',
      );
      expect(await foot.getByRole('link', { name: 'Privacy' }).getAttribute('href')).toBe(
        'https://zenith.example/privacy',
      );
      await other.page.goto('/lost-phone');
      await sees(other, 'Call the service desk: 555 0100.');
      await other.page.getByRole('main').getByRole('link', { name: 'help@zenith.example' }).waitFor();
      await look(other, 'lost-phone-branded');
      await other.page.goto('/forgot-password');
      await other.page.getByRole('img', { name: 'Zenith Networks' }).waitFor();
    } finally {
      await other.leave();
    }
  });

  it('refuses colors that cannot be read, pictures that are none, and addresses that lead nowhere, at their fields', async () => {
    const { admin, organizationId } = await newOrganization();
    await openBranding(admin);
    await person.page.getByLabel('Use our own color').check();
    await setColor('Color on light pages', '#ffcc00');
    await sees(person, 'Text needs at least 4.5 : 1.');
    await press(person, 'Save branding');
    await sees(person, /Choose a darker color/);
    await setColor('Color on light pages', '#7a1fa2');
    await choose(fileOf('unsafe.svg', svgLogo('<script>alert(1)</script>')));
    await press(person, 'Save branding');
    await sees(person, 'This SVG has more than a simple picture in it');
    await look(person, 'branding-refused');
    await choose(fileOf('safe.svg', svgLogo()));
    await fill(person, 'Support contact', 'javascript:alert(1)');
    await press(person, 'Save branding');
    await sees(person, 'Use an email address, or an address that begins with https://');
    await fill(person, 'Support contact', '');
    await press(person, 'Save branding');
    await sees(person, 'Branding saved.');
    expect((await get(`/v1/organizations/${organizationId}/brand`)).json).toMatchObject({
      accent: { light: '#7a1fa2' },
      logo: { type: 'image/svg+xml' },
    });
    // One of two links goes: the other stays, wherever it is shown then, and so does what others change meanwhile.
    await fill(person, 'Link 1: text', 'Help');
    await fill(person, 'Link 1: web address', 'https://acme.example/help');
    await fill(person, 'Link 3: text', 'Privacy');
    await fill(person, 'Link 3: web address', 'https://acme.example/privacy');
    await press(person, 'Save branding');
    await expect.poll(() => linkText(1)).toBe('Privacy');
    await commands.setBrand(needs, { organization: organizationId, support: 'help@acme.example' });
    await fill(person, 'Link 1: text', '');
    await fill(person, 'Link 1: web address', '');
    await press(person, 'Save branding');
    await expect.poll(() => linkText(0)).toBe('Privacy');
    expect((await get(`/v1/organizations/${organizationId}/brand`)).json).toMatchObject({
      ...{ supportContact: 'help@acme.example', links: [{ text: 'Privacy', url: 'https://acme.example/privacy' }] },
    });
    await commands.setBrand(needs, { organization: organizationId, support: 'none', link: ['none'] });
    await press(person, 'Remove logo');
    await person.page.getByLabel('Use our own color').uncheck();
    await press(person, 'Save branding');
    await sees(person, 'Branding saved.');
    expect((await get(`/v1/organizations/${organizationId}/brand`)).json).toEqual({ name: 'Acme Telecom', links: [] });
  });

  it('of the account’s organization replaces that of the link, at the challenge and inside', async () => {
    const [first, second] = [await newOrganization('Alpha Mobile'), await newOrganization('Beta Mobile')];
    await person.page.goto(`/sign-in?organization=${first.organizationId}`);
    await sees(person, 'Alpha Mobile');
    await fill(person, 'Email address', second.user);
    await fill(person, 'Password', PASSWORD);
    await press(person, 'Sign in');
    await person.page.getByRole('banner').getByText('Beta Mobile').waitFor();
    expect(await person.page.title()).toMatch(/– Beta Mobile$/);
  });
});

describe('a logo at its address', () => {
  it('passes the edge with headers of its own, and is kept', async () => {
    const { admin, organizationId } = await newOrganization();
    await openBranding(admin);
    await choose(fileOf('logo.svg', svgLogo()));
    await press(person, 'Save branding');
    await sees(person, 'Branding saved.');
    const { logo: saved } = (await get(`/v1/organizations/${organizationId}/brand`)).json as { logo: { url: string } };
    const { status, headers, body } = await call('GET', saved.url);
    expect([status, body]).toEqual([200, svgLogo()]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
    const missing = await call('GET', saved.url.replace(/[0-9a-f]{8}$/, '00000000'));
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });
});
