import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stack, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { aliases } from './aliases.ts';
import { buildFunctions } from './build.ts';

const source = fileURLToPath(new URL('../../functions', import.meta.url));

/** For each cloud assembly. */
const built = new Map<string, Map<string, string>>();

/**
 * Set only by `npm start -- --debug`: what is deployed is minified. The CDK command line (`-c debug=true`) passes text,
 * which is ignored.
 */
const isForDebugger = (scope: Construct): boolean => scope.node.tryGetContext('debug') === true;

/** All functions are built when the first one of an assembly is needed; the stacks of an app share that build. */
const builtFor = (scope: Construct): Map<string, string> => {
  const folder = Stage.of(scope)?.outdir ?? '';
  const output = path.resolve(folder, 'bundles');
  const folders =
    built.get(output) ?? buildFunctions({ source, aliases: aliases({ folder }), output, debug: isForDebugger(scope) });
  built.set(output, folders);
  return folders;
};

/**
 * The code of one function as its own asset: its hash is that of its bytes, so a deployment changes only functions that
 * have changed. If CDK needs no bundles (`aws:cdk:bundling-stacks`), the sources take their place.
 * @param file name in `functions/`, without its extension
 */
export const functionCode = (scope: Construct, file: string): Code => {
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(source);
  const folder = builtFor(scope).get(file);
  if (!folder) throw new Error(`There is no functions/${file}.ts`);
  return Code.fromAsset(folder);
};
