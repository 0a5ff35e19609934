import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const built = mkdtempSync(path.join(tmpdir(), 'sallyport-web-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));
execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', built, '--emptyOutDir'], {
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: 'pipe',
});
const weight = (file: string): number => gzipSync(readFileSync(path.join(built, file))).length;
const html = readFileSync(path.join(built, 'index.html'), 'utf8');
const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, file = '']) => file);
const sheets = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, file = '']) => file);

describe('what a person loads to sign in', () => {
  it('is one script and one style sheet, and no inline script or style', () => {
    expect([scripts.length, sheets.length]).toEqual([1, 1]);
    // A part of the script in its own file would delay the page, and this test would not count it.
    expect(html).not.toMatch(/modulepreload/);
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|javascript:/);
  });

  it('weighs less than 45 KB in gzip', () => {
    const total = ['index.html', ...scripts, ...sheets].reduce((sum, file) => sum + weight(file), 0);
    expect(total).toBeLessThan(45 * 1024);
  });

  it('comes from this origin alone', () => {
    const code = readdirSync(path.join(built, 'assets'))
      .filter((file) => /\.(js|css)$/.test(file))
      .map((file) => readFileSync(path.join(built, 'assets', file), 'utf8'));
    // Names of XML namespaces are not addresses that anyone fetches; the licenses name their projects.
    const addresses = code.flatMap((text) => text.match(/https?:\/\/\w[\w./-]+/g) ?? []);
    const fetched = addresses.filter((address) => !/w3\.org|picocss\.com|github\.com|json-schema\.org/.test(address));
    expect(fetched).toEqual([]);
  });
});
