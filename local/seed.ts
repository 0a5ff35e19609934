import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cloud } from './cloud.ts';
import { StartProblem } from './start-problem.ts';

export type Account = { email: string; password: string; organization: string; permissions: string[] };
export type Accounts = { url: string; controlUrl: string; accounts: Account[] };

const run = promisify(execFile);
const admin = fileURLToPath(new URL('../admin/main.ts', import.meta.url));

const people = [
  { organization: 'Acme Telecom', email: 'admin@acme.example', name: 'Ada Adler', manageUsers: true },
  { organization: 'Acme Telecom', email: 'user@acme.example', name: 'Uma Unger', manageUsers: false },
  { organization: 'Globex Reseller', email: 'admin@globex.example', name: 'Gus Gray', manageUsers: true },
];

/** Runs the administrator's command line, as a deployer would. */
const command = async (cloud: Cloud, ...parameters: string[]): Promise<Record<string, string>> => {
  const env = { ...process.env, ...cloud.adminEnvironment };
  const { stdout } = await run(process.execPath, [admin, '--json', ...parameters], { env });
  return JSON.parse(stdout) as Record<string, string>;
};

const acceptInvitation = async (cloud: Cloud, invitation: string): Promise<string> => {
  const newPassword = randomBytes(18).toString('base64url');
  const answer = await fetch(`${cloud.url}/v1/password/set`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(invitation).hash.slice(1), newPassword }),
  });
  if (answer.status !== 200) throw new Error(`setPassword answered ${answer.status}: ${await answer.text()}`);
  return newPassword;
};

const createAccounts = async (cloud: Cloud): Promise<Account[]> => {
  const names = [...new Set(people.map(({ organization }) => organization))];
  const ids = new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        const { organizationId = '' } = await command(cloud, 'create-organization', '--name', name);
        return [name, organizationId];
      }),
    ),
  );
  return Promise.all(
    people.map(async ({ organization, email, name, manageUsers }) => {
      const id = ids.get(organization) ?? '';
      const user = ['--organization', id, '--email', email, '--name', name];
      const { invitation = '' } = await command(
        cloud,
        'create-user',
        ...user,
        ...(manageUsers ? ['--manage-users'] : []),
      );
      const password = await acceptInvitation(cloud, invitation);
      return { email, password, organization, permissions: manageUsers ? ['users:manage'] : [] };
    }),
  );
};

const readAccounts = (file: string): Account[] | null => {
  if (!existsSync(file)) return null;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Accounts).accounts;
  } catch {
    throw new StartProblem(`${file} is damaged: mend it, or start anew with --reset.`);
  }
};

/** Creates the first accounts once; afterwards only notes where the cloud is now. */
export const seed = async (cloud: Cloud, dataDirectory: string): Promise<{ file: string; accounts: Account[] }> => {
  const file = path.join(dataDirectory, 'accounts.json');
  const accounts = readAccounts(file) ?? (await createAccounts(cloud));
  const noted: Accounts = { url: cloud.url, controlUrl: cloud.controlUrl, accounts };
  writeFileSync(file, `${JSON.stringify(noted, null, 2)}\n`, { mode: 0o600 });
  return { file, accounts };
};
