import { existsSync, type FSWatcher, globSync, watch } from 'node:fs';
import path from 'node:path';

/** An editor writes several files at once, or one file several times. */
const QUIET_MS = 100;

/**
 * Reports which matching files were changed, created or removed, once per group of changes. Each folder is watched
 * separately, and new folders are picked up as they appear.
 * @returns a function that stops watching
 */
export const watchFolders = (folders: string[], ending: RegExp, changed: (files: string[]) => void): (() => void) => {
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let hasEnded = false;

  const watchNew = (): void => {
    const all = folders.flatMap((folder) => [
      folder,
      ...globSync('**/', { cwd: folder }).map((name) => path.join(folder, name)),
    ]);
    for (const folder of all.map((name) => path.resolve(name))) if (!watchers.has(folder)) watchOne(folder);
  };
  const watchOne = (folder: string): void => {
    // The folder may be removed at any moment, even between being found and being watched.
    if (!existsSync(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => hear(path.join(folder, name ?? '')));
      watchers.set(folder, watcher);
      watcher.on('error', () => watcher.close());
      watcher.on('close', () => watchers.delete(folder));
    } catch (error) {
      if (existsSync(folder)) throw error;
    }
  };
  const hear = (file: string): void => {
    // A change from before the end may be reported after it.
    if (hasEnded) return;
    const isWanted = ending.test(file);
    // A name without an extension may be a new folder.
    if (!isWanted && path.extname(file) !== '') return;
    if (isWanted) pending.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      watchNew();
      const files = [...pending];
      pending.clear();
      if (files.length > 0) changed(files);
    }, QUIET_MS);
  };
  watchNew();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
};
