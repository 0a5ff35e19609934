import { beforeEach, describe, expect, it } from 'vitest';
import { requestEmailChange } from '../../../../shared/use-cases/lifecycle/request-email-change.ts';
import { failureOf, type World } from '../../../world.ts';
import { newPost, type Post } from '../../delivery/post.ts';
import { admin, email, newPeople } from '../people.ts';

let world: World;
let organizationId: string;
let userId: string;
let post: Post;
beforeEach(async () => {
  ({ world, organizationId, userId } = await newPeople());
  post = newPost(world, userId);
});
const request = async (to: string, needs = world.needs) =>
  requestEmailChange(needs, await world.as(await world.signInWithPassword(email)), { email: to });
/** Delivers the latest event. */
const deliverLatest = async (): Promise<void> => {
  const event = world.state.events.get(userId)?.at(-1);
  if (event) await post.tell({ kind: 'event', userId, event });
};

describe('asking for another address', () => {
  it('sends a link to that address, and changes nothing', async () => {
    await request('bea.new@acme.example');
    await deliverLatest();
    expect(post.onlyMail()).toMatchObject({ to: 'bea.new@acme.example', subject: 'Confirm your new email address' });
    expect(post.onlyMail().text).toMatch(/^Hi,\n/);
    expect(world.state.users.get(userId)?.email).toBe(email);
    expect([...world.state.passwordTokens.values()].at(-1)).toMatchObject({ newEmail: 'bea.new@acme.example' });
  });

  it('answers the same for an address that someone has, who gets no mail', async () => {
    await request(admin);
    await deliverLatest();
    expect(post.mails).toEqual([]);
  });

  it('is refused for a domain that the organization may not invite, and where no mail is sent', async () => {
    await world.needs.organizations.setDomains(organizationId, ['acme.example']);
    expect(await failureOf(request('bea@elsewhere.example'))).toBe('request_invalid');
    expect(await failureOf(request('b@acme.example', { ...world.needs, sendsMail: false }))).toBe('mail_required');
  });
});
