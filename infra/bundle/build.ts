import { globSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

type Build = {
  /** Where the functions' entry points are, one a file. */
  source: string;
  /** Module → file that is bundled in its place. */
  aliases: Record<string, string>;
  /** Takes `functions/<file>/index.mjs`, which is what a function's asset holds, and `source-maps/<file>/index.mjs.map`. */
  output: string;
};

/** How functions are bundled, here and where their bundles are measured. */
export const bundling = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Without `module`, ESM bundles of the SDK fail with "Dynamic require is not supported".
  mainFields: ['module', 'main'],
  // Nothing is external: the runtime's own SDK is another version at every update, and what was tested is what runs.
} satisfies BuildOptions;

/**
 * Bundles all functions in one run of esbuild, which then reads each module once and not once per function. Their bytes
 * do not depend on each other: an entry point gives the same bundle alone and among others.
 * @returns the folder of each function, by its file's name without ending
 */
export const buildFunctions = ({ source, aliases, output }: Build): Map<string, string> => {
  const files = globSync('**/*.ts', { cwd: source }).map((file) => file.replace(/\.ts$/, ''));
  const folder = path.resolve(output, 'functions');
  buildSync({
    ...bundling,
    absWorkingDir: path.resolve(source),
    entryPoints: files.map((file) => ({ in: `./${file}.ts`, out: `${file}/index` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    alias: aliases,
    // For whoever reads a stack trace. In the bundle, or named there, it would cost 13 ms and more of each cold start.
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'warning',
  });
  for (const file of files) {
    // Out of the asset, to a folder just as deep: the paths in the map are relative.
    const map = path.resolve(output, 'source-maps', file, 'index.mjs.map');
    mkdirSync(path.dirname(map), { recursive: true });
    renameSync(path.join(folder, file, 'index.mjs.map'), map);
  }
  return new Map(files.map((file) => [file, path.join(folder, file)]));
};
