import { copyFileSync, cpSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Edge } from './edge/edge.ts';
import type { Lambdas } from './lambda/lambdas.ts';
import type { Assembly } from './template/assembly.ts';
import { pagesDirectory } from './template/bucket-files.ts';
import { readDistribution } from './template/distribution.ts';
import type { LocalFunction } from './template/functions.ts';

type Options = { assembly: Assembly; functions: LocalFunction[]; lambdas: Lambdas; edge: Edge };

/** What a rebuild has changed: functions by id, or the pages, and the folders with the new files. */
export type Change = { functions: { id: string; folder: string }[] } | { pages: string };

/** Replaces the assembly's assets with what was rebuilt, as a deployment would, while the local cloud runs. */
export const createRenewal = ({ assembly, functions, lambdas, edge }: Options) => {
  const renewFunction = async ({ id, folder }: { id: string; folder: string }): Promise<void> => {
    const found = functions.find((fn) => fn.id === id);
    if (!found) return;
    for (const name of readdirSync(folder)) {
      const target = path.join(path.dirname(found.file), name);
      // An instance that starts in the meantime loads either the old file or the new one, never half of each.
      copyFileSync(path.join(folder, name), `${target}.part`);
      renameSync(`${target}.part`, target);
    }
    await lambdas.renew(id);
  };

  return async (change: Change): Promise<void> => {
    if ('functions' in change) {
      await Promise.all(change.functions.map(renewFunction));
      return;
    }
    // The previous files stay: a page that is open can still load its remaining parts.
    cpSync(change.pages, pagesDirectory(assembly), { recursive: true });
    edge.show(readDistribution(assembly));
  };
};
