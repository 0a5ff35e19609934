import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const web = path.resolve(import.meta.dirname, '../../../web');
const sources = globSync('**/*.tsx', { cwd: web }).map((file): [string, string] => [
  file,
  readFileSync(path.join(web, file), 'utf8'),
]);
const filesWith = (pattern: RegExp): string[] => sources.flatMap(([file, text]) => (pattern.test(text) ? [file] : []));

it('every form with a password has the account that it belongs to', () => {
  const taking = filesWith(/<PasswordField\b/);
  expect(taking.length).toBeGreaterThan(3);
  const knowing = filesWith(/<(EmailField|AccountOfPassword)\b/);
  expect(taking.filter((file) => !knowing.includes(file))).toEqual([]);
});

it('a password is entered only through the one field for it', () => {
  expect(filesWith(/(current|new)-password'|type="password"/)).toEqual(['forms/field.tsx']);
});
