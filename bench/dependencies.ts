import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { aliases } from '../infra/bundle/aliases.ts';
import { bundling } from '../infra/bundle/build.ts';
import { report, table } from './kit/report.ts';

/* What each dependency adds to the bundles, according to the bundler. */

const LEAST_KB = 1;
const FILES = [
  'account/get-account',
  'sign-in/sign-in',
  'sign-in/sign-in-totp',
  'two-factor/begin-two-factor-setup',
  'sign-in/set-password',
];

const packageOf = (input: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'the product itself';

/** Bundled the same way as the functions. */
const sizesOf = async (file: string, folder: string): Promise<Map<string, number>> => {
  const { metafile } = await build({
    ...bundling,
    ...{ entryPoints: [`functions/${file}.ts`], metafile: true, write: false },
    alias: aliases({ folder }),
  });
  const sizes = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    sizes.set(packageOf(input), (sizes.get(packageOf(input)) ?? 0) + bytesInOutput / 1_000);
  }
  return sizes;
};

export const measureDependencies = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-dependencies-'));
  try {
    const bundles = await Promise.all(FILES.map((file) => sizesOf(file, folder)));
    const largest = (name: string): number => Math.max(...bundles.map((sizes) => sizes.get(name) ?? 0));
    const names = [...new Set(bundles.flatMap((sizes) => [...sizes.keys()]))]
      .filter((name) => largest(name) >= LEAST_KB)
      .sort((a, b) => largest(b) - largest(a));
    const rows = names.map((name) => [name, ...bundles.map((sizes) => sizes.get(name)?.toFixed(0) ?? '')]);
    report('dependencies', table(['KB', ...FILES.map((file) => path.basename(file))], rows));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
