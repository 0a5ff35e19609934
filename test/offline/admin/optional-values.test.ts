import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { withOptionalValues } from '../../../admin/optional-values.ts';

/** How the command line reads its words: which command, and with which options. */
const parse = (...words: string[]) => {
  const ran: unknown[] = [];
  const program = new Command()
    .exitOverride()
    .addOption(new Option('-l, --local [folder]').preset('.local'))
    .addOption(new Option('--color [when]').preset('always'))
    .option('--json');
  program
    .command('create')
    .alias('make')
    .requiredOption('--name <name>')
    .action(({ name }) => void ran.push('create', name));
  program.parse(withOptionalValues(program, words), { from: 'user' });
  return [...ran, program.opts()];
};

describe('an option with an optional value', () => {
  it.each([
    [['--local', 'create', '--name', 'X'], { local: '.local' }],
    [['-l', 'make', '--name', 'X'], { local: '.local' }],
    [['--json', '--color', 'create', '--name', 'X'], { json: true, color: 'always' }],
    [['--local', '--color', 'create', '--name', 'X'], { local: '.local', color: 'always' }],
    [['--local', 'here', 'create', '--name', 'X'], { local: 'here' }],
    [['--local=create', 'create', '--name', 'X'], { local: 'create' }],
    [['create', '--name', 'X', '--local'], { local: '.local' }],
    [['create', '--name', 'X', '--local', 'here'], { local: 'here' }],
  ])('leaves the command alone: %j', (words, options) => {
    expect(parse(...words)).toEqual(['create', 'X', options]);
  });
});
