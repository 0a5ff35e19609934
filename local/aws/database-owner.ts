import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commandLineOf } from '../processes.ts';

/**
 * Which Java process has a database open. When a local cloud is killed outright, its Java goes on and keeps the files
 * locked; the next start ends it.
 */
export const ownerOf = (dataDirectory: string) => {
  const file = path.join(dataDirectory, 'pid');
  const previous = (): number => {
    try {
      return Number(readFileSync(file, 'utf8'));
    } catch {
      return 0;
    }
  };
  /** The number may be another process's by now: only one that serves this very folder is ours. */
  const isServing = (pid: number): boolean =>
    pid > 0 && ['DynamoDBLocal', dataDirectory].every((part) => commandLineOf(pid).includes(part));

  return {
    note: (pid: number | undefined): void => writeFileSync(file, String(pid ?? 0)),
    forget: (): void => rmSync(file, { force: true }),
    async endPrevious(): Promise<void> {
      const pid = previous();
      for (let waited = 0; isServing(pid); waited += 1) {
        // The folder is locked by this start, so nobody works with it any more.
        if (waited === 0) process.kill(pid, 'SIGKILL');
        await setTimeout(50);
      }
    },
  };
};
