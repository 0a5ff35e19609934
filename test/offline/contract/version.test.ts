import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApi } from '../../../shared/contract/openapi.ts';
import { operationList } from '../../../shared/contract/operations.ts';
import { VERSION } from '../../../shared/contract/version.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

it('the release is the same in the package, the changelog, the API’s document and the stack’s output', () => {
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## .*\\b${VERSION.replaceAll('.', '\\.')}\\b`, 'm'));
  expect(openApi(operationList, { productName: 'P', origin: 'https://o.example' }).info.version).toBe(VERSION);
  expect(read('infra/stateless-stack.ts')).toContain("new CfnOutput(this, 'Version', { value: VERSION })");
});
