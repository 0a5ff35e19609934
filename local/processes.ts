import { spawnSync } from 'node:child_process';

/** What a process was started with, or nothing where there is none. */
export const commandLineOf = (pid: number): string =>
  (spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
