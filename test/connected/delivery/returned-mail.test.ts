import { expect, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import { mailTo } from '../../kit/mails.ts';
import { freshAdmin, get, needs, newOrganization } from '../../kit/product.ts';

/* Mails that come back, by SES's mailbox simulator: its addresses behave here as they do there. */

type Event = { type: string; reason?: string };

/** Someone whose mails come back: they were invited, and read nothing of it. */
const invited = async (address: string) => {
  const { organizationId, admin } = await newOrganization();
  const email = `${address}+${organizationId}@simulator.amazonses.com`;
  const options = { organization: organizationId, email, name: 'Nobody' };
  const { userId } = await commands.createUser(needs, options);
  await mailTo(email, 'Your account at Acme Telecom');
  const token = await freshAdmin(admin);
  const events = async (): Promise<Event[]> =>
    ((await get(`/v1/users/${userId}/events`, token)).json as { events: Event[] }).events;
  return { userId, events };
};

it.each([
  ['bounce', 'mail_bounced', 'invited: Permanent/General'],
  ['complaint', 'mail_complained', 'invited: abuse'],
])('a mail to %s is in the history of the account as %s', { timeout: 60_000 }, async (address, type, reason) => {
  const { userId, events } = await invited(address);
  await expect.poll(events, { timeout: 30_000 }).toContainEqual(expect.objectContaining({ type, reason }));
  expect((await events()).filter((event) => event.type === type)).toHaveLength(1);
  // Whoever complains gets no more reminders.
  const user = await needs.users.get(userId);
  expect(user?.declinesReminders).toBe(type === 'mail_complained' ? true : undefined);
});
