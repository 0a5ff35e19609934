import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { licensesOf, readSbom } from '../../../tools/sbom.ts';

const read = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8');
type Locked = {
  link?: boolean;
  inBundle?: boolean;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
};
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).filter(([name]) => name !== '');

/** Licences that ask for nothing but a notice. */
const permissive = new Set(['Apache-2.0', 'MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']);

describe('what is deployed', () => {
  it('is listed with name and version, in the same bytes each time', () => {
    const [one, other] = [readSbom(), readSbom()];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    const refs = one.components.map((component) => component['bom-ref']);
    for (const name of ['zod', '@otplib/totp', '@aws-sdk/client-kms', 'preact']) {
      expect(refs).toContainEqual(expect.stringMatching(new RegExp(`^${name}@\\d`)));
    }
    expect(refs.filter((ref) => /^(vitest|typescript|aws-cdk)@/.test(ref))).toEqual([]);
    expect(JSON.stringify(one)).not.toMatch(/"timestamp"|urn:uuid/);
  });

  it('has licences that ask for nothing but a notice', () => {
    const others = readSbom().components.flatMap((component) =>
      licensesOf(component).some((license) => permissive.has(license)) ? [] : [component['bom-ref']],
    );
    expect(others).toEqual([]);
  });
});

describe('the lockfile', () => {
  it('has a checksum for everything, and no address to get it from', () => {
    const wrong = locked.filter(
      ([, { link, inBundle, integrity, resolved }]) => !link && !inBundle && (!integrity || resolved !== undefined),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
    expect(locked.every(([, { integrity = 'sha512-' }]) => integrity.startsWith('sha512-'))).toBe(true);
  });

  it('lets no package run a script when it is installed, unless that was decided', () => {
    const { allowScripts = {} } = JSON.parse(read('package.json')) as { allowScripts?: Record<string, boolean> };
    const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScripts.map(([path]) => path.split('node_modules/').at(-1) ?? path);
    const undecided = names.filter((name) => !(name in allowScripts) && !/^node(-|$)/.test(name));
    expect(undecided).toEqual([]);
  });
});
