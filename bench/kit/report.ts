import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from './bench-cloud.ts';

const FILE = 'docs/performance.md';
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } }, strict: false });

/** A Markdown table. */
export const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const marks = (name: string) => ({ begin: `<!-- measured: ${name} -->`, end: '<!-- end -->' });

/**
 * Prints the results; with `--write`, puts them between their marks in docs/performance.md, with the machine and the
 * date.
 */
export const report = (name: string, measured: string): void => {
  console.log(`\n${name}\n\n${measured}`);
  if (!values.write) return;
  const text = readFileSync(FILE, 'utf8');
  const { begin, end } = marks(name);
  const [before, rest] = text.split(`${begin}\n`);
  if (before === undefined || rest === undefined) throw new Error(`${FILE} has no place for "${name}"`);
  const after = rest.slice(rest.indexOf(end));
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(FILE, `${before}${begin}\n${measured}\n\n${machine()}, ${day}.\n${after}`);
};

/** A picture next to the document. */
export const picture = (file: string, svg: string): void => {
  if (values.write) writeFileSync(`docs/${file}`, svg);
};
