import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchFolders } from '../../infra/watch/folders.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-watch-'));
const at = (name: string): string => path.join(folder, name);
const heard: string[][] = [];
let stop: () => void;

/** What is reported next; the file system may report one change more than once. */
const afterwards = async (change: () => void): Promise<string[]> => {
  await setTimeout(300);
  heard.length = 0;
  change();
  while (heard.length === 0) await setTimeout(20);
  return heard.flat().map((file) => path.relative(folder, file));
};

beforeAll(() => {
  mkdirSync(at('deep'));
  writeFileSync(at('deep/one.ts'), '1');
  writeFileSync(at('deep/two.ts'), '1');
  stop = watchFolders([folder], /\.ts$/, (files) => void heard.push(files));
});
afterAll(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('watching the sources', () => {
  it('reports a change', async () => {
    expect(await afterwards(() => writeFileSync(at('deep/one.ts'), '2'))).toEqual(['deep/one.ts']);
  });

  it('reports a file that an editor replaces, each time', async () => {
    const replace = () => {
      writeFileSync(at('deep/.one.part'), '3');
      renameSync(at('deep/.one.part'), at('deep/one.ts'));
    };
    expect(await afterwards(replace)).toEqual(['deep/one.ts']);
    expect(await afterwards(replace)).toEqual(['deep/one.ts']);
  });

  it('reports simultaneous changes once, and nothing about other files', async () => {
    const told = await afterwards(() => {
      for (const name of ['deep/one.ts', 'deep/notes.txt', 'deep/two.ts']) writeFileSync(at(name), '4');
    });
    expect(told.sort()).toEqual(['deep/one.ts', 'deep/two.ts']);
  });

  it('continues when a folder is removed, and reports nothing after its end', async () => {
    mkdirSync(at('passing'));
    writeFileSync(at('passing/four.ts'), '1');
    await setTimeout(300);
    rmSync(at('passing'), { recursive: true });
    expect(await afterwards(() => writeFileSync(at('deep/one.ts'), '5'))).toEqual(['deep/one.ts']);

    const elsewhere = mkdtempSync(path.join(tmpdir(), 'sallyport-watch-'));
    const told: string[][] = [];
    const end = watchFolders([elsewhere], /\.ts$/, (files) => void told.push(files));
    writeFileSync(path.join(elsewhere, 'five.ts'), '1');
    end();
    rmSync(elsewhere, { recursive: true });
    await setTimeout(400);
    expect(told).toEqual([]);
  });

  it('reports files in a new folder', async () => {
    mkdirSync(at('new'));
    expect(await afterwards(() => writeFileSync(at('new/three.ts'), '1'))).toEqual(['new/three.ts']);
  });
});
