import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf } from '../processes.ts';
import { StartProblem } from './start-problem.ts';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The running process that has taken the folder, or 0. After a restart, its number may belong to another program. */
const holder = (file: string): number => {
  try {
    const [text = '', ...words] = readFileSync(file, 'utf8').split('\n');
    const pid = Number(text);
    return pid > 0 && pid !== process.pid && isRunning(pid) && commandLineOf(pid) === words.join('\n') ? pid : 0;
  } catch {
    return 0;
  }
};

/** Takes a data folder for this process; a lock left behind by a dead process is taken over. */
export const lock = (dataDirectory: string): { release(): void } => {
  const file = path.join(dataDirectory, 'lock');
  try {
    mkdirSync(dataDirectory, { recursive: true });
    const pid = holder(file);
    if (pid > 0) {
      throw new StartProblem(`${dataDirectory} is in use by process ${pid}: stop it, or choose another with --data.`);
    }
    writeFileSync(file, `${process.pid}\n${commandLineOf(process.pid)}`);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(
      `The data folder ${dataDirectory} cannot be used: ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
  return { release: () => rmSync(file, { force: true }) };
};
