import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRenewal } from '../../../local/renewal.ts';
import type { LocalFunction } from '../../../local/template/functions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-renewal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, text: string): string => {
  const whole = path.join(folder, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  return whole;
};

const file = write('asset.1/index.mjs', 'old');
const renewed: string[] = [];
const renew = createRenewal({
  assembly: {} as never,
  functions: [{ id: 'signIn', file } as LocalFunction],
  lambdas: { renew: async (id: string) => void renewed.push(`${id}: ${readFileSync(file, 'utf8')}`) } as never,
  edge: {} as never,
});

describe('a rebuilt function', () => {
  it('replaces what the assembly has of it, with its map, before its instances go', async () => {
    write('built/index.mjs', 'new');
    write('built/index.mjs.map', 'map');
    await renew({ functions: [{ id: 'signIn', folder: path.join(folder, 'built') }] });
    expect(renewed).toEqual(['signIn: new']);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('that the assembly does not have is left alone', async () => {
    await renew({ functions: [{ id: 'another', folder: path.join(folder, 'built') }] });
    expect(renewed).toHaveLength(1);
  });
});
