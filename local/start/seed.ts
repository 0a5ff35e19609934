import path from 'node:path';
import type { Cloud } from '../cloud.ts';
import { command, Refused } from './command-line.ts';
import { patiently, Trouble } from './patience.ts';
import { type Account, openPlan, readJson, removePlan, type SeedPlan } from './seed-plan.ts';
import { writeWhole } from './write-whole.ts';

export type Accounts = { url: string; controlUrl: string; accounts: Account[] };
type Planned = SeedPlan['accounts'][number];

/** If someone was created before this start, their link is lost: another one does as well. */
const invite = async (cloud: Cloud, { email, name, permissions }: Planned, organizationId: string): Promise<string> => {
  const user = ['--organization', organizationId, '--email', email, '--name', name];
  const flags = permissions.length > 0 ? ['--manage-users'] : [];
  const { invitation = '' } = await command(cloud, 'create-user', ...user, ...flags).catch((error) => {
    if (error instanceof Refused && error.code === 'email_taken')
      return command(cloud, 'invite-again', '--email', email);
    throw error;
  });
  return invitation;
};

const acceptInvitation = async (cloud: Cloud, invitation: string, newPassword: string): Promise<void> => {
  const answer = await fetch(`${cloud.url}/v1/password/set`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(invitation).hash.slice(1), newPassword }),
  }).catch((error: Error) => {
    throw new Trouble(`setPassword did not answer: ${error.message}`);
  });
  if (answer.status === 200) return;
  const text = `setPassword answered ${answer.status}: ${await answer.text()}`;
  // 429: this start shares its address with other clients.
  throw answer.status >= 500 || answer.status === 429 ? new Trouble(text) : new Error(text);
};

type Note = (text: string) => void;

const createAccounts = async (cloud: Cloud, dataDirectory: string, note: Note): Promise<Account[]> => {
  const { plan, save } = openPlan(dataDirectory);
  for (const [name, id] of Object.entries(plan.organizations)) {
    await patiently(() => command(cloud, 'create-organization', '--name', name, '--id', id));
  }
  for (const [index, account] of plan.accounts.entries()) {
    if (account.isDone) continue;
    note(`Creating account ${index + 1} of ${plan.accounts.length}`);
    // Repeats all of it: if a password was set but the answer was lost, the link is used up.
    await patiently(async () => {
      const invitation = await invite(cloud, account, plan.organizations[account.organization] ?? '');
      await acceptInvitation(cloud, invitation, account.password);
    });
    account.isDone = true;
    save();
  }
  return plan.accounts.map(({ name, isDone, ...account }) => account);
};

const fileIn = (dataDirectory: string): string => path.join(dataDirectory, 'accounts.json');

/** Null before the first accounts were created. @throws StartProblem if the file has been damaged */
export const readAccounts = (dataDirectory: string): Account[] | null =>
  readJson<Accounts>(fileIn(dataDirectory))?.accounts ?? null;

/**
 * Creates the first accounts once; after that, only records the cloud's current address. Continues where an interrupted
 * start stopped.
 */
export const seed = async (
  cloud: Cloud,
  dataDirectory: string,
  note: Note = () => undefined,
): Promise<{ file: string; accounts: Account[] }> => {
  const file = fileIn(dataDirectory);
  const accounts = readAccounts(dataDirectory) ?? (await createAccounts(cloud, dataDirectory, note));
  const noted: Accounts = { url: cloud.url, controlUrl: cloud.controlUrl, accounts };
  writeWhole(file, `${JSON.stringify(noted, null, 2)}\n`);
  // The passwords are in that file from now on.
  removePlan(dataDirectory);
  return { file, accounts };
};
