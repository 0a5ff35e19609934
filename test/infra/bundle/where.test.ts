import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aliases } from '../../../infra/bundle/aliases.ts';
import { buildFunctions, functionsIn } from '../../../infra/bundle/build.ts';
import { bundleMap } from '../../../tools/bundle-map.ts';
import { functionIn, locate, type Position, positionsIn } from '../../../tools/positions.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const source = path.join(root, 'functions');
const output = mkdtempSync(path.join(tmpdir(), 'sallyport-where-test-'));
afterAll(() => rmSync(output, { recursive: true, force: true }));

const FILE = 'account/get-account';
/** Words in the source that minifying keeps, and the file that contains them. */
const WORDS = 'keys remain unprocessed';
const ORIGIN = path.join(root, 'shared/store/table/table.ts');

let position: Position;
beforeAll(() => {
  const built = buildFunctions({ source, aliases: aliases({ folder: output }), output, files: [FILE] });
  const before = readFileSync(path.join(built.get(FILE) ?? '', 'index.mjs'), 'utf8')
    .split(WORDS)[0]
    ?.split('\n');
  position = { line: before?.length ?? 0, column: before?.at(-1)?.length ?? 0 };
});

describe('the source of a position in a bundle', () => {
  it('is a file, a line and a column of the source', () => {
    const found = locate(bundleMap(FILE, path.join(output, 'source-maps')), position);
    expect(found).toMatchObject({ file: ORIGIN, text: expect.stringContaining(WORDS) });
    expect(found?.text.slice((found?.column ?? 0) - 1)).toMatch(`'${WORDS}'`);
  });

  it('is the same with a freshly built map if there is none', () => {
    expect(locate(bundleMap(FILE, path.join(output, 'none')), position)).toMatchObject({ file: ORIGIN });
  });

  it('is not read from a map that is older than a source', () => {
    const maps = path.join(output, 'old');
    const map = path.join(maps, FILE, 'index.mjs.map');
    mkdirSync(path.dirname(map), { recursive: true });
    const payload = { version: 3, names: [], mappings: 'AAAA', sources: [ORIGIN], file: '', sourceRoot: '' };
    writeFileSync(map, JSON.stringify(payload));
    expect(bundleMap(FILE, maps).map.payload.sources).toEqual([ORIGIN]);
    utimesSync(map, 0, 0);
    expect(bundleMap(FILE, maps).map.payload.sources.length).toBeGreaterThan(10);
  });

  it('does not exist beyond the bundle', () => {
    expect(locate(bundleMap(FILE, path.join(output, 'source-maps')), { line: 9_999, column: 1 })).toBeUndefined();
  });

  it('is printed on the command line', () => {
    const frame = `at bl (file:///var/task/index.mjs:${position.line}:${position.column})`;
    const parameters = [path.join(root, 'tools/where.ts'), 'getAccount', frame];
    const told = execFileSync(process.execPath, parameters, { encoding: 'utf8' });
    expect(told).toMatch(/^shared\/store\/table\/table\.ts:\d+:\d+\n {4}.*keys remain unprocessed.*\n +\^\n$/);
  });
});

describe('a pasted text', () => {
  const line = JSON.stringify({
    ...{ level: 'ERROR', operation: 'signInTotp', requestId: 'JKJaXmPLvHcESHA=', durationMs: 12 },
    error: { name: 'TypeError', at: ['at bl (file:///var/task/index.mjs:2:4513)', 'at async index.mjs:2:4953'] },
  });

  it.each<[string, Position[]]>([
    ['signInTotp 2:4513', [{ line: 2, column: 4513 }]],
    ['signInTotp at bl (index.mjs:2:4513)', [{ line: 2, column: 4513 }]],
    ['2026-11-26T01:15:07 signInTotp index.mjs:2:4513', [{ line: 2, column: 4513 }]],
    [
      line,
      [
        { line: 2, column: 4513 },
        { line: 2, column: 4953 },
      ],
    ],
    ['signInTotp', []],
  ])('%s contains its positions', (text, expected) => {
    expect(positionsIn(text)).toEqual(expected);
  });

  it.each([
    ['signInTotp 2:1', 'sign-in/sign-in-totp'],
    ['sign-in-totp 2:1', 'sign-in/sign-in-totp'],
    ['sign-in/sign-in-totp 2:1', 'sign-in/sign-in-totp'],
    ['signIn 2:1', 'sign-in/sign-in'],
    ['deliverEvents 2:1', 'events/deliver-events'],
    [line, 'sign-in/sign-in-totp'],
    ['nothing 2:1', undefined],
  ])('%s names its function', (text, file) => {
    expect(functionIn(text, functionsIn(source))).toBe(file);
  });
});
