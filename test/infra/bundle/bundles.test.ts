import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFunctions, inputsOf } from '../../../infra/bundle/build.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const source = mkdtempSync(path.join(folder, 'source-'));
const write = (file: string, text: string) => writeFileSync(path.join(source, file), text);
const build = (aliases = {}) => {
  const output = mkdtempSync(path.join(folder, 'built-'));
  return { output, folders: buildFunctions({ source, aliases, output }) };
};

/** One for each function, as CloudFormation will see it. */
const hashes = (folders: Map<string, string>): Record<string, string> => {
  const stack = new Stack(new App({ outdir: mkdtempSync(path.join(folder, 'assembly-')) }), 'Stack');
  return Object.fromEntries(
    [...folders].map(([file, built]) => [file, new Asset(stack, file, { path: built }).assetHash]),
  );
};
const changedBetween = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((file) => after[file] !== before[file]);

describe('the bundles of all functions, built in one run', () => {
  beforeAll(() => {
    write('common.mts', 'export const greeting = (name: string): string => "hello " + name;\n');
    write('one.ts', "import { greeting } from './common.mts';\nexport const handler = async () => greeting('one');\n");
    write('two.ts', "import { greeting } from './common.mts';\nexport const handler = async () => greeting('two');\n");
    write('three.ts', "import { release } from 'node:os';\nexport const handler = async () => release();\n");
  });

  it('are one module each, which runs', async () => {
    const { folders } = build();
    const { handler } = (await import(path.join(folders.get('two') ?? '', 'index.mjs'))) as { handler(): unknown };
    expect([...folders.keys()].sort()).toEqual(['one', 'three', 'two']);
    expect(await handler()).toBe('hello two');
  });

  it('have the same hash wherever they are built', () => {
    expect(hashes(build().folders)).toEqual(hashes(build().folders));
  });

  it('have another hash only if their own bytes differ', () => {
    const before = hashes(build().folders);
    write('one.ts', "import { greeting } from './common.mts';\nexport const handler = async () => greeting('ONE');\n");
    const after = hashes(build().folders);
    expect(changedBetween(before, after)).toEqual(['one']);

    write(
      'a-new-one.ts',
      "import { greeting } from './common.mts';\nexport const handler = async () => greeting('a');\n",
    );
    const withAnother = hashes(build().folders);
    rmSync(path.join(source, 'a-new-one.ts'));
    expect(changedBetween(after, withAnother)).toEqual(['a-new-one']);

    write('common.mts', 'export const greeting = (name: string): string => "good day " + name;\n');
    expect(changedBetween(after, hashes(build().folders)).sort()).toEqual(['one', 'two']);
  });

  it('contain the replacement of a module', () => {
    write('other.mjs', "export const release = () => 'replaced';\n");
    const { folders } = build({ 'node:os': path.join(source, 'other.mjs') });
    expect(readFileSync(path.join(folders.get('three') ?? '', 'index.mjs'), 'utf8')).toContain('replaced');
  });

  it('have their source maps next to the assets, with paths to the sources, and do not mention them', () => {
    const { output, folders } = build();
    const asset = folders.get('one') ?? '';
    expect(readdirSync(asset)).toEqual(['index.mjs']);
    expect(readFileSync(path.join(asset, 'index.mjs'), 'utf8')).not.toContain('sourceMappingURL');
    const map = path.join(output, 'source-maps', 'one', 'index.mjs.map');
    const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] };
    expect(sources.map((file) => path.basename(file)).sort()).toEqual(['common.mts', 'one.ts']);
    expect(sources.every((file) => existsSync(path.resolve(path.dirname(map), file)))).toBe(true);
  });

  it('list the files that each of them was made from, for rebuilding', () => {
    const { output } = build();
    const made = (file: string) => inputsOf({ source, output }, file).map((name) => path.relative(source, name));
    expect(made('one').sort()).toEqual(['common.mts', 'one.ts']);
    expect(made('three')).toEqual(['three.ts']);
  });

  it('are readable for a debugger, with maps next to them that work wherever both are copied', () => {
    const output = mkdtempSync(path.join(folder, 'built-'));
    const built = buildFunctions({ source, aliases: {}, output, files: ['one'], debug: true });
    const asset = built.get('one') ?? '';
    expect([...built.keys()]).toEqual(['one']);
    expect(readdirSync(asset).sort()).toEqual(['index.mjs', 'index.mjs.map']);
    const bundle = readFileSync(path.join(asset, 'index.mjs'), 'utf8');
    expect(bundle).toContain('//# sourceMappingURL=index.mjs.map');
    expect(bundle).toContain('var greeting = (name) =>');
    const { sources } = JSON.parse(readFileSync(path.join(asset, 'index.mjs.map'), 'utf8')) as { sources: string[] };
    expect(sources).toEqual(['common.mts', 'one.ts'].map((file) => pathToFileURL(path.join(source, file)).href));
  });

  it('do not exist at all if one of them does not build', () => {
    write('broken.ts', "import './nowhere.mts';\n");
    expect(() => build()).toThrow('nowhere.mts');
  });
});
