import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { aliases } from '../bundle/aliases.ts';
import { buildFunctions, functionsIn, inputsOf } from '../bundle/build.ts';
import { buildPages } from '../edge/build-pages.ts';
import { readSettings } from '../settings.ts';
import { watchFolders } from './folders.ts';

/*
 * A child process of `npm start -- --watch`: it rebuilds what the app has put into the assembly when its sources
 * change, and notifies its parent. It uses the app's own context from the environment, and the app's own build.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Record<string, unknown>;
const settings = readSettings({ tryGetContext: (key) => context[key] });
const assembly = process.env.CDK_OUTDIR ?? '';

const source = path.join(root, 'functions');
const output = path.join(assembly, 'bundles');
const all = functionsIn(source);
let replaced: Record<string, string> | undefined;

/** `sign-in/sign-in-totp` → `signInTotp`, which is its id in the app. */
const idOf = (file: string): string =>
  path.basename(file).replace(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
const contentOf = (file: string): string => {
  const folder = path.join(output, 'functions', file);
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join();
};

/** What has changed since the last build of the functions without an error. */
const unbuilt = new Set<string>();

const buildChanged = (changed: string[]): void => {
  for (const name of changed) unbuilt.add(name);
  const files = all.filter((file) => inputsOf({ source, output }, file).some((name) => unbuilt.has(name)));
  if (files.length === 0) return;
  const before = new Map(files.map((file) => [file, contentOf(file)]));
  replaced ??= aliases({ folder: assembly });
  const folders = buildFunctions({ source, aliases: replaced, output, files, debug: context.debug === true });
  unbuilt.clear();
  const functions = [...folders]
    .filter(([file]) => contentOf(file) !== before.get(file))
    .map(([file, folder]) => ({ id: idOf(file), folder }));
  process.send?.({ functions });
};

const buildAllPages = (): void => {
  const pages = path.join(output, 'pages');
  buildPages(pages, settings);
  process.send?.({ pages });
};

/** A failed build has printed its reason on standard error; the next change builds again. */
const whenChanged = (build: (files: string[]) => void, folders: string[], ending: RegExp): void => {
  const paths = folders.map((folder) => path.join(root, folder));
  watchFolders(paths, ending, (files) => {
    try {
      build(files);
    } catch (error) {
      process.send?.({ problem: error instanceof Error ? error.message.split('\n')[0] : String(error) });
    }
  });
};

whenChanged(buildChanged, ['functions', 'shared'], /\.ts$/);
whenChanged(buildAllPages, ['web', 'shared/contract', 'shared/domain'], /\.(tsx?|css|html|svg)$/);
process.on('disconnect', () => process.exit());
process.send?.({ watching: true });
