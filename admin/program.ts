import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { explain, explainAsJson } from './explain.ts';
import { type AdminNeeds, adminNeeds } from './needs.ts';

type Facts = Record<string, unknown>;

export const program = new Command('npm run admin --')
  .description('Administers a Sallyport table with your own AWS credentials. Use it to create the first administrator.')
  .option('--table <name>', 'the table: the output TableName of the deployed API stack (or TABLE_NAME)')
  .option('--origin <url>', 'where the pages live: invitation links begin with it (or ORIGIN; default: cdk.json)')
  .addOption(
    new Option('--local [folder]', 'work on the running local cloud of this data folder (default: .local)').preset(
      '.local',
    ),
  )
  .option('--json', 'print one JSON object instead of lines, for an error, too')
  .showHelpAfterError();

/** @throws Error that explains how to name a table */
const selectTable = ({ table, origin, local }: { table?: string; origin?: string; local?: string }): void => {
  if (local !== undefined) {
    const file = `${local}/admin.env`;
    if (!existsSync(file)) throw new Error(`${file} is not there: start the local cloud first`);
    process.loadEnvFile(file);
  }
  if (table) process.env.TABLE_NAME = table;
  if (origin) process.env.ORIGIN = origin;
  if (!process.env.TABLE_NAME) throw new Error('name the table with --table, or use --local');
};

const print = (facts: Facts): void => {
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`);
  console.log(program.opts().json ? JSON.stringify(facts) : lines.join('\n'));
};

export const printJson = (facts: Facts): void => console.log(JSON.stringify(facts, null, 2));

/** Runs a command on the table that the options name, and prints what it says; an error becomes one line. */
export const run =
  <Options>(command: (needs: AdminNeeds, options: Options) => Promise<Facts>, show = print) =>
  async (options: Options): Promise<void> => {
    try {
      selectTable(program.opts());
      show(await command(adminNeeds(), options));
    } catch (error) {
      console.error(program.opts().json ? explainAsJson(error) : `error: ${explain(error)}`);
      process.exitCode = 1;
    }
  };
