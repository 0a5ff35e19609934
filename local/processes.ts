import { spawnSync } from 'node:child_process';

/** The command line of a process, or nothing if there is no such process. */
export const commandLineOf = (pid: number): string =>
  (spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
