import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from './start-problem.ts';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holder = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
};

/** Takes a data folder for this process; one left behind by a process that is gone is taken over. */
export const lock = (dataDirectory: string): { release(): void } => {
  const file = path.join(dataDirectory, 'lock');
  try {
    mkdirSync(dataDirectory, { recursive: true });
    const pid = holder(file);
    if (pid > 0 && pid !== process.pid && isRunning(pid)) {
      throw new StartProblem(`${dataDirectory} is in use by process ${pid}: stop it, or choose another with --data.`);
    }
    writeFileSync(file, String(process.pid));
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(
      `The data folder ${dataDirectory} cannot be used: ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
  return { release: () => rmSync(file, { force: true }) };
};
