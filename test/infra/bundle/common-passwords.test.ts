import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dictionary } from '@zxcvbn-ts/language-common';
import { afterAll, describe, expect, it } from 'vitest';
import { commonPasswordsFrom } from '../../../infra/bundle/common-passwords.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = commonPasswordsFrom(folder);
const unpacked = async (): Promise<string[]> => {
  const module = (await import(file)) as { dictionary: typeof dictionary };
  return module.dictionary['passwords-common'];
};

describe('the common passwords in a bundle', () => {
  it('are the whole list, each in its power of two', async () => {
    const words = await unpacked();
    const listed = dictionary['passwords-common'];
    expect(words.length).toBe(listed.length);
    for (let from = 0; from < listed.length; from = 2 * from + 1)
      expect(new Set(words.slice(from, 2 * from + 1))).toEqual(new Set(listed.slice(from, 2 * from + 1)));
  });

  it('weigh less than half of the list', () => {
    expect(statSync(file).size).toBeLessThan(200_000);
  });
});
