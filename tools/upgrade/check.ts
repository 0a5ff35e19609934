import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { harmOf } from './templates.ts';

/*
 * `npm run upgrade:check -- [version]`: whether this version can take the place of another one, by default the last
 * release. Nothing that lasts is replaced, no export goes, and while both run, each reads what the other stores.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const READ = 'tools/upgrade/read-stored.ts';
const STORED = 'test/stored/items.json';

const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const lastRelease = (): string | undefined =>
  git('tag', '--list', 'v*', '--sort=-v:refname').split('\n').at(0) || undefined;

/** What has resources of its own; an earlier version may know less of it. */
const usual = {
  region: 'us-east-1',
  mail: { from: 'no-reply@mail.example.org' },
  alarms: { email: 'ops@acme.example' },
};
const everything = { ...usual, backupDays: 90, edgeLogs: true, firewall: {}, rollout: {} };

/** The templates of a version, by the names of their files. @throws Error if it does not know all of the settings */
const templatesWith = (chosen: object, tree: string, output: string): Map<string, object> => {
  const { context } = JSON.parse(readFileSync(path.join(tree, 'cdk.json'), 'utf8')) as {
    context: { settings: object };
  };
  // Without building the functions: their code may change.
  const settings = { ...context.settings, ...chosen };
  const CDK_CONTEXT_JSON = JSON.stringify({ ...context, settings, 'aws:cdk:bundling-stacks': [] });
  const env = { ...process.env, CDK_OUTDIR: output, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON };
  execFileSync(process.execPath, ['infra/app.ts'], { cwd: tree, env, stdio: ['ignore', 'ignore', 'ignore'] });
  const files = readdirSync(output).filter((file) => file.endsWith('.template.json'));
  return new Map(files.map((file) => [file, JSON.parse(readFileSync(path.join(output, file), 'utf8')) as object]));
};

const unreadableBy = (tree: string, stored: string): string[] => {
  const said = execFileSync(process.execPath, [READ, stored], { cwd: tree, encoding: 'utf8' });
  return JSON.parse(said) as string[];
};

const storedHarm = (before: string): string[] => {
  if (!existsSync(path.join(before, READ))) return [];
  return [
    ...unreadableBy(before, path.join(root, STORED)).map((what) => `the version before cannot read ${what}`),
    ...unreadableBy(root, path.join(before, STORED)).map((what) => `this version cannot read ${what}`),
  ];
};

const version = process.argv[2] ?? lastRelease();
if (version === undefined) {
  console.log('Nothing has been released yet: name a version, such as `npm run upgrade:check -- main~20`.');
  process.exit(0);
}

const work = mkdtempSync(path.join(tmpdir(), 'sallyport-upgrade-'));
const before = path.join(work, 'before');
try {
  git('worktree', 'add', '--quiet', '--detach', before, version);
  symlinkSync(path.join(root, 'node_modules'), path.join(before, 'node_modules'));
  const both = (chosen: object) => [
    templatesWith(chosen, before, path.join(work, 'old')),
    templatesWith(chosen, root, path.join(work, 'next')),
  ];
  const bothOr = (chosen: object, less: object) => {
    try {
      return both(chosen);
    } catch {
      return both(less);
    }
  };
  const [old = new Map(), next = new Map()] = bothOr(everything, usual);
  const harm = [
    ...[...old].flatMap(([file, template]) => {
      const stack = file.replace('.template.json', '');
      const after = next.get(file);
      return after ? harmOf(stack, template, after) : [`${stack}: the whole stack would be left behind`];
    }),
    ...storedHarm(before),
  ];
  for (const what of harm) console.error(`✗ ${what}`);
  if (harm.length === 0)
    console.log(`✓ from ${version}: nothing that lasts is replaced, and each reads what the other stores`);
  process.exitCode = harm.length === 0 ? 0 : 1;
} finally {
  git('worktree', 'remove', '--force', before);
  rmSync(work, { recursive: true, force: true });
}
