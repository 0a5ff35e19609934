import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stack, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildFunctions } from './build.ts';

const source = fileURLToPath(new URL('../../functions', import.meta.url));

/** Of each cloud assembly and its aliases. */
const built = new Map<string, Map<string, string>>();

/**
 * Set by `npm start -- --debug` alone: what is deployed is minified. The CDK command line (`-c debug=true`) gives text,
 * which is not taken.
 */
const isForDebugger = (scope: Construct): boolean => scope.node.tryGetContext('debug') === true;

/** All functions are built when the first one of an assembly asks; the stacks of an app share that build. */
const builtFor = (scope: Construct, aliases: Record<string, string>): Map<string, string> => {
  const output = path.resolve(Stage.of(scope)?.outdir ?? '', 'bundles');
  const key = JSON.stringify([output, aliases]);
  const folders = built.get(key) ?? buildFunctions({ source, aliases, output, debug: isForDebugger(scope) });
  built.set(key, folders);
  return folders;
};

/**
 * The code of one function, an asset of its own: its hash is that of its bytes, so that a deployment changes only the
 * functions that have changed. Where CDK needs no bundles (`aws:cdk:bundling-stacks`), the sources stand for them.
 * @param file name in `functions/`, without its ending
 */
export const functionCode = (scope: Construct, file: string, aliases: Record<string, string>): Code => {
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(source);
  const folder = builtFor(scope, aliases).get(file);
  if (!folder) throw new Error(`There is no functions/${file}.ts`);
  return Code.fromAsset(folder);
};
