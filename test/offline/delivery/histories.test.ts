import { beforeEach, describe, expect, it } from 'vitest';
import type { SecurityEvent } from '../../../shared/domain/events/security-event.ts';
import { anEvent } from '../../fixtures.ts';
import type { World } from '../../world.ts';
import { email, newPeople } from '../use-cases/people.ts';
import { newPost, type Post } from './post.ts';

let world: World;
let organizationId: string;
let adminId: string;
let userId: string;
let post: Post;
beforeEach(async () => {
  ({ world, organizationId, adminId, userId } = await newPeople());
  post = newPost(world, userId);
});

describe('a mail that is permanently refused', () => {
  it('is recorded in the account’s history, once, next to what it was about', async () => {
    post.breakAt('refused');
    const notification = post.happened('two_factor_enabled');
    expect(await post.tell(notification)).toEqual({
      outcome: 'mail_refused',
      mail: 'twoFactorEnabled',
      reason: 'MessageRejected',
    });
    // The mark is lost: the same record comes again, and results in the same item.
    world.state.delivered.clear();
    await post.tell(notification);
    const refusals = () => (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'mail_refused');
    expect(new Set(refusals().map(({ id }) => id)).size).toBe(1);
    expect(refusals()[0]).toMatchObject({ actorId: 'operator', reason: 'twoFactorEnabled: MessageRejected' });
  });
});

describe('a change of administrators', () => {
  it('is reported to the other administrators, by name, and not to the one who made it', async () => {
    const third = await world.register('third@acme.example', organizationId, ['users:manage']);
    const granted = { ...anEvent('permissions_granted', adminId), permissions: ['users:manage' as const] };
    await post.tell({ kind: 'event', userId, event: granted });
    const told = (id = '') => (world.state.events.get(id) ?? []).filter((event) => event.aboutId === userId);
    expect(told(third.userId)).toMatchObject([
      { type: 'administrators_changed', reason: 'permissions_granted', permissions: ['users:manage'] },
    ]);
    expect(told(adminId)).toEqual([]);
    post.mails.length = 0;
    const event = told(third.userId)[0] as SecurityEvent;
    await post.tell({ kind: 'event', userId: third.userId, event });
    expect(post.onlyMail()).toMatchObject({ to: 'third@acme.example' });
    expect(post.onlyMail().text).toContain(email);
  });
});

describe('a closed password', () => {
  it('is recorded for an existing account, and for no other', async () => {
    const request = { id: anEvent('password_closed').id, at: world.context().now, ip: '192.0.2.1', isClosed: true };
    await post.tell({ kind: 'password_reset', request: { ...request, email } });
    await post.tell({ kind: 'password_reset', request: { ...request, email: 'nobody@acme.example' } });
    const closed = [...world.state.events.values()].flat().filter(({ type }) => type === 'password_closed');
    expect(closed).toMatchObject([{ actorId: 'stranger' }]);
  });
});
