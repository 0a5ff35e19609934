import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stack, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { aliases } from './aliases.ts';
import { buildFunctions } from './build.ts';

const source = fileURLToPath(new URL('../../functions', import.meta.url));

/** Of each cloud assembly. */
const built = new Map<string, Map<string, string>>();

/**
 * Set by `npm start -- --debug` alone: what is deployed is minified. The CDK command line (`-c debug=true`) gives text,
 * which is not taken.
 */
const isForDebugger = (scope: Construct): boolean => scope.node.tryGetContext('debug') === true;

/** All functions are built when the first one of an assembly asks; the stacks of an app share that build. */
const builtFor = (scope: Construct): Map<string, string> => {
  const folder = Stage.of(scope)?.outdir ?? '';
  const output = path.resolve(folder, 'bundles');
  const folders =
    built.get(output) ?? buildFunctions({ source, aliases: aliases({ folder }), output, debug: isForDebugger(scope) });
  built.set(output, folders);
  return folders;
};

/**
 * The code of one function, an asset of its own: its hash is that of its bytes, so that a deployment changes only the
 * functions that have changed. Where CDK needs no bundles (`aws:cdk:bundling-stacks`), the sources stand for them.
 * @param file name in `functions/`, without its ending
 */
export const functionCode = (scope: Construct, file: string): Code => {
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(source);
  const folder = builtFor(scope).get(file);
  if (!folder) throw new Error(`There is no functions/${file}.ts`);
  return Code.fromAsset(folder);
};
