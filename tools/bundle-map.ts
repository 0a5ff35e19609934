import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { aliases } from '../infra/bundle/aliases.ts';
import { buildFunctions } from '../infra/bundle/build.ts';

const source = fileURLToPath(new URL('../functions', import.meta.url));

export type BundleMap = { map: SourceMap /** The folder that the map's paths are relative to. */; folder: string };

const read = (file: string): BundleMap => ({
  map: new SourceMap(JSON.parse(readFileSync(file, 'utf8'))),
  folder: path.dirname(file),
});

/** Whether the sources are unchanged since the map was made: an older map would point to the wrong lines. */
const isFresh = (file: string): boolean => {
  const { map, folder } = read(file);
  const made = statSync(file).mtimeMs;
  return map.payload.sources
    .map((name) => path.resolve(folder, name))
    .every((name) => existsSync(name) && statSync(name).mtimeMs <= made);
};

/** A bundle identical to the deployed one has the same map: nothing in it depends on where or when it was built. */
const built = (file: string): BundleMap => {
  const output = mkdtempSync(path.join(tmpdir(), 'sallyport-where-'));
  try {
    buildFunctions({ source, aliases: aliases({ folder: output }), output, files: [file] });
    return read(path.join(output, 'source-maps', file, 'index.mjs.map'));
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
};

/**
 * The source map of a function's bundle: the one from the last synthesis if it still fits the sources, otherwise one
 * from a fresh build.
 * @param file in `functions/`, without its extension
 * @param maps where a synthesis puts the maps
 */
export const bundleMap = (file: string, maps: string): BundleMap => {
  const map = path.resolve(maps, file, 'index.mjs.map');
  return existsSync(map) && isFresh(map) ? read(map) : built(file);
};
