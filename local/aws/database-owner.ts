import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commandLineOf } from '../processes.ts';

/**
 * Finds the Java process that has a database open. When a local cloud is killed outright, its Java process keeps
 * running and keeps the files locked; the next start ends it.
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
  /** The number may belong to another process by now: only one that serves this very folder is ours. */
  const isServing = (pid: number): boolean =>
    pid > 0 && ['DynamoDBLocal', dataDirectory].every((part) => commandLineOf(pid).includes(part));

  return {
    note: (pid: number | undefined): void => writeFileSync(file, String(pid ?? 0)),
    forget: (): void => rmSync(file, { force: true }),
    async endPrevious(): Promise<void> {
      const pid = previous();
      for (let waited = 0; isServing(pid); waited += 1) {
        // This start has locked the folder, so no one else is using it.
        if (waited === 0) process.kill(pid, 'SIGKILL');
        await setTimeout(50);
      }
    },
  };
};
