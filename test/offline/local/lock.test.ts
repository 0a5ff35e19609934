import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commandLineOf } from '../../../local/processes.ts';
import { lock } from '../../../local/start/lock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-lock-'));
const file = path.join(folder, 'lock');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What this process writes, as if the process that started it had written it. */
const heldByParent = (): string => {
  lock(folder);
  const own = readFileSync(file, 'utf8');
  const held = own.replace(String(process.pid), String(process.ppid));
  expect(held).not.toBe(own);
  return held;
};

describe('the lock of a data folder', () => {
  it('is taken over from a dead process', () => {
    lock(folder);
    writeFileSync(file, '4194305\nsomething else');
    lock(folder);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`));
  });

  it('is taken over if the number now belongs to another process', () => {
    const [pid] = heldByParent().split('\n');
    writeFileSync(file, `${pid}\nsomething else`);
    expect(() => lock(folder)).not.toThrow();
  });

  it('is kept by a process that runs', () => {
    const [pid = ''] = heldByParent().split('\n');
    writeFileSync(file, `${pid}\n${commandLineOf(Number(pid))}`);
    expect(() => lock(folder)).toThrow(`in use by process ${pid}`);
  });

  it('is gone after it is released', () => {
    lock(folder).release();
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});
