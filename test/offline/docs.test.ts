import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as keys from '../../shared/store/keys.ts';
import { entities } from '../../tools/docs/entities.ts';
import { fill } from '../../tools/docs/fill.ts';
import { generated } from '../../tools/docs/tables.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = globSync(['*.md', '{docs,.github,functions,shared,infra,local,admin,web,bench,test,tools}/**/*.md'], {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).sort();

/** Lines that are neither code nor a generated or measured part. */
const proseOf = (page: string): string[] => page.replace(/^( *)```[\s\S]*?^ *```$/gm, '').split('\n');

/** The anchor of a heading: lower case, words joined by hyphens, no punctuation. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const anchorsOf = (file: string): string[] =>
  proseOf(read(file)).flatMap((line) => {
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    return heading === undefined ? [] : [anchorOf(heading)];
  });

/** Why a link is broken, or null. */
const fault = (page: string, link: string): string | null => {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? page : path.join(path.dirname(page), decodeURI(target));
  if (!existsSync(path.join(root, file))) return `${page}: ${link}`;
  return anchor === undefined || anchorsOf(file).includes(anchor) ? null : `${page}: ${link} has no such heading`;
};

describe('the documentation', () => {
  it.each(pages)('%s has its generated parts as the code has them: if not, run `npm run docs`', (page) => {
    expect(read(page)).toBe(fill(read(page)));
  });

  it('has every generated part once', () => {
    const found = pages.flatMap((page) => [...read(page).matchAll(/^<!-- generated: ([a-z-]+) -->$/gm)]);
    expect(found.map(([, name]) => name).sort()).toEqual(Object.keys(generated).sort());
  });

  it('charts every key of the table', () => {
    const makers = Object.keys(keys).filter((name) => name.endsWith('Key'));
    expect(Object.keys(entities).sort()).toEqual(makers.sort());
  });

  it('links to files and headings that exist', () => {
    const broken = pages.flatMap((page) =>
      [
        ...proseOf(read(page))
          .join('\n')
          .matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g),
      ]
        .map(([, link = '']) => fault(page, link))
        .filter((found) => found !== null),
    );
    expect(broken).toEqual([]);
  });

  it('can be reached from its index', () => {
    const index = read('docs/README.md') + read('docs/decisions/README.md');
    const named = (page: string): boolean => index.includes(`](${path.relative('docs', page)})`);
    const lost = pages.filter(
      (page) => /^docs\/(?!decisions\/\d)/.test(page) && page !== 'docs/README.md' && !named(page),
    );
    expect(lost).toEqual([]);
  });

  it('gives each decision a number, a status and a row in the index', () => {
    const decisions = pages.filter((page) => /^docs\/decisions\/\d/.test(page)).map((page) => path.basename(page));
    const index = read('docs/decisions/README.md');
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1));
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
    const status = /^# .+\n\nStatus: (accepted|superseded|rejected), \d{4}-\d\d-\d\d/;
    expect(decisions.filter((name) => !status.test(read(`docs/decisions/${name}`)))).toEqual([]);
  });

  it('says in each page of the four kinds who it is for', () => {
    const kinds = pages.filter((page) => /^docs\/(guide|how-to|reference|explanation)\//.test(page));
    expect(kinds.filter((page) => !/^# .+\n\nFor /.test(read(page)))).toEqual([]);
  });

  it('wraps prose at 100 columns', () => {
    const long = pages.flatMap((page) =>
      proseOf(read(page))
        .filter((line) => !line.startsWith('|') && !line.startsWith('<!--'))
        // The target of a link cannot be wrapped.
        .filter((line) => line.replace(/\]\([^)]*\)/g, ']').length > 100)
        .map((line) => `${page}: ${line}`),
    );
    expect(long).toEqual([]);
  });

  it('begins with a README that is short enough to read at once', () => {
    expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(160);
  });
});
