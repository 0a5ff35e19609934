import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from './start-problem.ts';
import { writeWhole } from './write-whole.ts';

export type Account = { email: string; password: string; organization: string; permissions: string[] };
type Person = { organization: string; email: string; name: string; permissions: string[] };
/** What the first start creates. */
export type SeedPlan = {
  /** Ids of the organizations, by name. */
  organizations: Record<string, string>;
  accounts: (Account & { name: string; isDone: boolean })[];
};

const manager = ['users:manage'];
const people: Person[] = [
  { organization: 'Acme Telecom', email: 'admin@acme.example', name: 'Ada Adler', permissions: manager },
  { organization: 'Acme Telecom', email: 'user@acme.example', name: 'Uma Unger', permissions: [] },
  { organization: 'Globex Reseller', email: 'admin@globex.example', name: 'Gus Gray', permissions: manager },
];

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** In the form of the product's own ids: 26 characters, the first of which has three bits. */
const newId = (): string =>
  Array.from({ length: 26 }, (_, index) => ALPHABET[randomInt(index === 0 ? 8 : ALPHABET.length)]).join('');

const newPlan = (): SeedPlan => ({
  organizations: Object.fromEntries(people.map(({ organization }) => [organization, newId()])),
  accounts: people.map((person) => ({ ...person, password: randomBytes(18).toString('base64url'), isDone: false })),
});

export const readJson = <T>(file: string): T | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartProblem(
      `${file} cannot be read (${(error as Error).message}). Correct it, or delete all local users with --reset.`,
    );
  }
};

const fileIn = (dataDirectory: string): string => path.join(dataDirectory, 'seed.json');

/**
 * All ids and passwords are drawn and written down before anything is created with them: after an interruption, the
 * next start continues with the same ones and creates nothing twice.
 */
export const openPlan = (dataDirectory: string): { plan: SeedPlan; save(): void } => {
  const plan = readJson<SeedPlan>(fileIn(dataDirectory)) ?? newPlan();
  const save = (): void => writeWhole(fileIn(dataDirectory), JSON.stringify(plan));
  save();
  return { plan, save };
};

export const removePlan = (dataDirectory: string): void => rmSync(fileIn(dataDirectory), { force: true });
