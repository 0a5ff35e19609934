import { commands } from '../../admin/commands.ts';
import { adminNeeds } from '../../admin/needs.ts';
import type { Client } from './client.ts';

export const PASSWORD = 'correct horse battery staple';

/** An organization, and a way to add people who can sign in. */
export const newOrganization = async ({ send }: Pick<Client, 'send'>) => {
  const needs = adminNeeds();
  const { organizationId: organization } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
  const emailOf = (name: string): string => `${name}@${organization}.example`;
  const invite = async (name: string, manageUsers = false): Promise<string> => {
    const input = { organization, email: emailOf(name), name, manageUsers };
    const { invitation } = await commands.createUser(needs, input);
    return new URL(invitation).hash.slice(1);
  };
  const add = async (name: string, manageUsers = false): Promise<string> => {
    const token = await invite(name, manageUsers);
    await send('POST', '/v1/password/set', undefined, { token, newPassword: PASSWORD });
    return emailOf(name);
  };
  return { organization, invite, add };
};
