import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

export type Build = {
  /** The folder with the functions' entry points, one per file. */
  source: string;
  /** Module → file that is bundled in its place. */
  aliases: Record<string, string>;
  /**
   * Receives `functions/<file>/index.mjs`, which is the content of a function's asset, and
   * `source-maps/<file>/index.mjs.map`.
   */
  output: string;
  /** All functions, unless these are named. */
  files?: string[];
  /** Readable, with the source map next to each bundle: for a debugger, never for a deployment. */
  debug?: boolean;
};

/** How functions are bundled, both here and where their bundles are measured. */
export const bundling = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // As esbuild's default has it, each letter of an Arabic text would take six bytes.
  charset: 'utf8',
  // Without `module`, ESM bundles of the SDK fail with "Dynamic require is not supported".
  mainFields: ['module', 'main'],
  // Nothing is external: the runtime's own SDK changes with every update, and we run exactly what was tested.
} satisfies BuildOptions;

/** All functions, by their file names without extension. */
export const functionsIn = (source: string): string[] =>
  globSync('**/*.ts', { cwd: source }).map((file) => file.replace(/\.ts$/, ''));

const optionsFor = ({ source, aliases, output, files, debug = false }: Build & { files: string[] }) =>
  ({
    ...bundling,
    minify: !debug,
    absWorkingDir: path.resolve(source),
    entryPoints: files.map((file) => ({ in: `./${file}.ts`, out: `${file}/index` })),
    outdir: path.resolve(output, 'functions'),
    outExtension: { '.js': '.mjs' },
    alias: aliases,
    // For people reading a stack trace. If the map were in the bundle, or referred to there, each cold start would take at
    // least 13 ms longer.
    sourcemap: debug ? 'linked' : 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  }) satisfies BuildOptions;

/** Moved out of the asset, to a folder of the same depth: the paths in the map are relative. */
const moveMap = (output: string, file: string): void => {
  const map = path.resolve(output, 'source-maps', file, 'index.mjs.map');
  mkdirSync(path.dirname(map), { recursive: true });
  renameSync(path.resolve(output, 'functions', file, 'index.mjs.map'), map);
};

/** For a debugger, the map stays next to the bundle wherever both are copied, with absolute paths. */
const anchorMap = (output: string, file: string): void => {
  const map = path.resolve(output, 'functions', file, 'index.mjs.map');
  const content = JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] };
  const sources = content.sources.map((name) => pathToFileURL(path.resolve(path.dirname(map), name)).href);
  writeFileSync(map, JSON.stringify({ ...content, sources }));
};

const inputsFile = (output: string, file: string): string => path.resolve(output, 'inputs', `${file}.json`);

/** All files that went into a function's bundle when it was built. */
export const inputsOf = ({ source, output }: Pick<Build, 'source' | 'output'>, file: string): string[] =>
  (JSON.parse(readFileSync(inputsFile(output, file), 'utf8')) as string[]).map((name) => path.resolve(source, name));

/** For rebuilding the functions when a source changes. */
const noteInputs = (output: string, { outputs }: Metafile): void => {
  for (const { entryPoint, inputs } of Object.values(outputs)) {
    if (entryPoint === undefined) continue;
    const noted = inputsFile(output, entryPoint.replace(/\.ts$/, ''));
    mkdirSync(path.dirname(noted), { recursive: true });
    writeFileSync(noted, JSON.stringify(Object.keys(inputs)));
  }
};

/**
 * Bundles functions in one run of esbuild, which then reads each module once instead of once per function. The bundles
 * do not depend on each other: an entry point gives the same bytes alone and among others.
 * @returns the folder of each function, by its file name without extension
 */
export const buildFunctions = (build: Build): Map<string, string> => {
  const files = build.files ?? functionsIn(build.source);
  const { metafile } = buildSync(optionsFor({ ...build, files }));
  noteInputs(build.output, metafile);
  for (const file of files) (build.debug ? anchorMap : moveMap)(build.output, file);
  return new Map(files.map((file) => [file, path.resolve(build.output, 'functions', file)]));
};
