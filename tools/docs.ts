import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fill } from './docs/fill.ts';

/*
 * `npm run docs`: writes the tables of the documentation that are derived from the code, between their marks `<!--
 * generated: … -->` and `<!-- /generated -->`. A test compares them.
 */

const root = path.resolve(import.meta.dirname, '..');

for (const file of globSync('docs/**/*.md', { cwd: root })) {
  const target = path.join(root, file);
  const before = readFileSync(target, 'utf8');
  const after = fill(before);
  if (after === before) continue;
  writeFileSync(target, after);
  console.log(file);
}
