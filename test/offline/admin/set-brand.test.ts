import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { setBrand } from '../../../admin/brand.ts';
import type { AdminNeeds } from '../../../admin/needs.ts';
import { pngLogo, svgLogo } from '../../kit/logos.ts';
import { newWorld, type World } from '../../world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-brand-'));
const fileOf = (name: string, content: Buffer | string): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
let organization: string;
beforeEach(async () => {
  world = newWorld();
  ({ organizationId: organization } = await world.register('uma@acme.example'));
});
/** The stores in memory have the same ports as the table's. */
const set = (options: object) => setBrand(world.needs as unknown as AdminNeeds, { organization, ...options });

describe('set-brand', () => {
  it('sets what is given, says what there is then, and removes by "none"', async () => {
    expect(
      await set({
        ...{ name: 'Zenith', accent: ['#7a1fa2', '#d9a8f0'], logo: fileOf('logo.png', pngLogo()) },
        ...{ support: 'help@zenith.example', link: ['Privacy=https://zenith.example/?a=b'] },
        lostPhone: 'Call 555 0100.',
      }),
    ).toEqual({
      ...{ organizationId: organization, name: 'Zenith', accent: '#7a1fa2 #d9a8f0', logo: 'image/png' },
      ...{ support: 'help@zenith.example', links: 'Privacy', 'lost-phone': 'Call 555 0100.' },
    });
    const stored = () => world.state.organizations.get(organization)?.brand;
    expect(stored()?.links).toEqual([{ text: 'Privacy', url: 'https://zenith.example/?a=b' }]);
    expect(
      await set({ accent: ['none'], logo: 'none', support: 'none', lostPhone: 'none', link: ['none'] }),
    ).toMatchObject({
      ...{ name: 'Zenith', accent: 'default', logo: 'none', support: 'none', links: 'none', 'lost-phone': 'none' },
    });
    expect(stored()).toEqual({ version: 2 });
  });

  it.each([
    ['a color that cannot be read', { accent: ['#ffcc00', '#d9a8f0'] }, /^--accent: Contrast is 1\.\d : 1/],
    ['one color for two schemes', { accent: ['#7a1fa2'] }, /^--accent is not valid/],
    ['an address that is none', { support: 'javascript:alert(1)' }, /^--support: Use an email address/],
    ['a link without an address', { link: ['Privacy'] }, /^--link: Use an address/],
    ['a name that no app could show', { name: ':' }, /authenticator apps can show/],
  ])('names what is wrong with %s, and changes nothing', async (_, options, message) => {
    await expect(set(options)).rejects.toThrow(message);
    expect(world.state.organizations.get(organization)).not.toHaveProperty('brand');
  });

  it('names what is wrong with a picture, and an organization that is not there', async () => {
    const logo = fileOf('unsafe.svg', svgLogo('<script/>'));
    await expect(set({ logo })).rejects.toThrow('more than a simple picture');
    await expect(set({ organization: '01aaaaaaaaaaaaaaaaaaaaaaaa', name: 'X' })).rejects.toThrow(
      'no such organization',
    );
  });
});
