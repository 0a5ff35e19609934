import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operationList } from '../../shared/contract/operations.ts';
import { defaultSecurity } from '../../shared/domain/security-settings.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, cells trimmed. */
const rowsUnder = (heading: string): string[][] => {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

describe('README', () => {
  it('lists the numbers as they are', () => {
    expect(rowsUnder('SecuritySettings')).toEqual(
      Object.entries(defaultSecurity).map(([name, value]) => [name, String(value)]),
    );
  });

  it('lists the operations as they are', () => {
    const listed = rowsUnder('Operations').sort();
    expect(listed).toEqual(operationList.map(({ id, method, path, auth }) => [id, `${method} ${path}`, auth]).sort());
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(new URL(`../../${target}`, import.meta.url)))).toEqual([]);
  });
});
