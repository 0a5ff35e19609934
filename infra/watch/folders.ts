import { type FSWatcher, globSync, watch } from 'node:fs';
import path from 'node:path';

/** An editor writes several files at once, or one file several times. */
const QUIET_MS = 100;

/**
 * Tells which files by such names have changed, come or gone, once for what belongs together. Each folder is watched by
 * itself: Node's own recursive watch loses a file on Linux when an editor replaces it.
 * @returns what ends it
 */
export const watchFolders = (folders: string[], ending: RegExp, changed: (files: string[]) => void): (() => void) => {
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const watchNew = (): void => {
    const all = folders.flatMap((folder) => [
      folder,
      ...globSync('**/', { cwd: folder }).map((name) => path.join(folder, name)),
    ]);
    for (const folder of all.map((name) => path.resolve(name)).filter((name) => !watchers.has(name))) {
      const watcher = watch(folder, (_, name) => hear(path.join(folder, name ?? '')));
      watchers.set(folder, watcher);
      // The folder is gone.
      watcher.on('error', () => watcher.close());
      watcher.on('close', () => watchers.delete(folder));
    }
  };
  const hear = (file: string): void => {
    const isWanted = ending.test(file);
    // What has no ending may be a new folder.
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
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
};
