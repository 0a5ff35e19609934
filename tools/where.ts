import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionsIn } from '../infra/bundle/build.ts';
import { bundleMap } from './bundle-map.ts';
import { type Found, functionIn, locate, positionsIn } from './positions.ts';

const usage = `npm run where -- <function> <line:column>
  The source of a position in a function's bundle, as the log of a deployment has it:
    npm run where -- signInTotp 2:4513
    npm run where -- signInTotp 'at bl (file:///var/task/index.mjs:2:4513)'
    npm run where -- '<a whole line of the log>'
  Check out what was deployed first: the lines are those of the sources that are here.`;

const root = fileURLToPath(new URL('..', import.meta.url));

/** The line, with a mark under the column. */
const shown = ({ file, line, column, text }: Found): string => {
  const code = text.trimStart();
  const mark = ' '.repeat(Math.max(0, column - 1 - (text.length - code.length)));
  return `${path.relative(root, file)}:${line}:${column}\n    ${code}\n    ${mark}^`;
};

const text = process.argv.slice(2).join(' ');
const file = functionIn(text, functionsIn(path.join(root, 'functions')));
const positions = positionsIn(text);
if (file === undefined || positions.length === 0) {
  console.error(file === undefined && text !== '' ? `error: That names no function.\n${usage}` : usage);
  process.exitCode = 1;
} else {
  const map = bundleMap(file, path.join(root, 'cdk.out/bundles/source-maps'));
  for (const position of positions) {
    const found = locate(map, position);
    console.log(found ? shown(found) : `${position.line}:${position.column} is not a position in this bundle`);
  }
}
