import { randomInt } from 'node:crypto';
import { commands } from '../admin/commands.ts';
import { adminNeeds } from '../admin/needs.ts';

export const PASSWORD = 'correct horse battery staple';

/** An address of its own for each client: what is measured is not the limit of a source. */
export const anySource = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

export const post = async (url: string, body: object): Promise<{ status: number; ms: number }> => {
  const startedAt = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-source-ip': anySource() },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - startedAt };
};

/** An organization, and a way to add people who can sign in. */
export const newOrganization = async (url: string) => {
  const needs = adminNeeds();
  const { organizationId: organization } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
  const add = async (name: string, manageUsers = false): Promise<string> => {
    const email = `${name}@${organization}.example`;
    const { invitation } = await commands.createUser(needs, { organization, email, name, manageUsers });
    const token = new URL(invitation).hash.slice(1);
    const { status } = await post(`${url}/v1/password/set`, { token, newPassword: PASSWORD });
    if (status !== 204) throw new Error(`setPassword answered ${status}`);
    return email;
  };
  return { organization, add };
};
