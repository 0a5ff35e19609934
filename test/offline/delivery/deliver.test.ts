import { beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '../../../shared/delivery/deliver.ts';
import type { Notification } from '../../../shared/domain/events/notification.ts';
import { type SecurityEvent, securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import { issueBypassCode } from '../../../shared/use-cases/users/issue-bypass-code.ts';
import { anEvent } from '../../fixtures.ts';
import type { World } from '../../world.ts';
import { admin, email, newPeople } from '../use-cases/people.ts';
import { newPost, type Post } from './post.ts';

let world: World;
let userId: string;
let post: Post;
beforeEach(async () => {
  ({ world, userId } = await newPeople());
  post = newPost(world, userId);
});

describe('delivery', () => {
  it.each(securityEventTypes)(
    'of %s has a mail in the organization’s name, or none, and goes to the bus',
    async (type) => {
      await post.tell(post.happened(type));
      expect(post.published).toMatchObject(type === 'user_deleted' ? [] : [{ type, userId }]);
      for (const { to, text, html, subject } of post.mails) {
        expect(to).toBe(email);
        expect(subject).not.toBe('');
        expect(text).toContain('Acme Telecom sent you this email through Sallyport');
        expect(html).toContain('Acme Telecom');
        expect(text + html).not.toContain('undefined');
      }
    },
  );

  it('happens once, however often the stream sends the record', async () => {
    const notification = post.happened('two_factor_enabled');
    await post.tell(notification);
    await post.tell(notification);
    expect([post.mails.length, post.published.length]).toEqual([1, 1]);
  });

  it.each(['mail', 'bus'] as const)('that fails at the %s is not marked as done: it comes again', async (part) => {
    const notification = post.happened('two_factor_enabled');
    post.breakAt(part);
    await expect(post.tell(notification)).rejects.toThrow('throttled');
    await expect(post.tell(notification)).rejects.toThrow('throttled');
    post.breakAt(null);
    await post.tell(notification);
    await post.tell(notification);
    // The owner gets it once; the bus may get it again, under the same id.
    expect(post.mails).toHaveLength(1);
    expect(new Set(post.published.map(({ id }) => id)).size).toBe(1);
  });

  it('without a sender address goes only to the bus', async () => {
    await deliver({ ...post.needs, mailer: null }, world.context().now, post.happened('two_factor_enabled'));
    expect([post.mails.length, post.published.length]).toEqual([0, 1]);
  });

  it('sends no mail to suspended users', async () => {
    const user = world.state.users.get(userId);
    if (user) user.status = 'suspended';
    await post.tell(post.happened('two_factor_enabled'));
    expect([post.mails.length, post.published.length]).toEqual([0, 1]);
  });

  it('of an invitation after the password was set is no mail: it would be a link to set another', async () => {
    await post.tell(post.happened('user_created'));
    expect([post.mails.length, post.published.length]).toEqual([0, 1]);
  });

  it('contains nothing except what the bus should know', async () => {
    const signIn = { id: '01m86ptpg0t1k59kkxerhbeas1', at: 5, method: 'password' as const, twoFactorVerified: false };
    await post.tell({ kind: 'new_device', userId, signIn: { ...signIn, ip: '192.0.2.1', userAgent: 'secret agent' } });
    const keys = ['id', 'type', 'at', 'userId', 'organizationId', 'actorId', 'ip'];
    expect(Object.keys(post.published[0] ?? {}).sort()).toEqual(keys.sort());
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0', '192.0.2.1 (Firefox on Windows)'],
    ['curl/8.9.1', '192.0.2.1'],
    ['Call 0800 123 Firefox/1', '192.0.2.1'],
    ['', '192.0.2.1'],
  ])('names the device of %s only as people know it, and never in its own words', async (userAgent, where) => {
    const event = { ...anEvent('password_changed', userId), ip: '192.0.2.1', userAgent };
    await post.tell({ kind: 'event', userId, event });
    expect(post.onlyMail().text).toContain(`from ${where}.`);
    expect(post.onlyMail().text).not.toContain('0800');
    expect(JSON.stringify(post.published)).not.toContain('userAgent');
  });

  it('does not turn a name into a link', async () => {
    const user = world.state.users.get(userId);
    if (user) user.name = 'you won: https://evil.example';
    await post.tell(post.happened('two_factor_enabled'));
    expect(post.onlyMail().text).toMatch(/^Hi,\n/);
    expect(post.onlyMail().html).not.toContain('evil');
  });

  it('escapes the names of people and companies', async () => {
    const [organization] = [...world.state.organizations.values()];
    if (organization) organization.name = '<script>alert(1)</script> & Co';
    await post.tell(post.happened('two_factor_enabled'));
    expect(post.onlyMail().html).not.toContain('<script>');
    expect(post.onlyMail().html).toContain('&#60;script&#62;alert(1)');
  });

  it('of an event whose user is gone is done', async () => {
    await post.tell({ ...post.happened('password_set'), userId: '01m86ptpg0t1k59kkxerhbeas0' } as Notification);
    expect([post.mails.length, post.published.length]).toEqual([0, 0]);
  });
});

describe('a bypass code', () => {
  it('is in its owner’s mail, and nowhere on the bus', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const caller = await world.as(await world.signInWithPassword(admin));
    await issueBypassCode(world.needs, caller, { userId, reason: 'phone at home' });
    const event = world.state.events.get(userId)?.find(({ type }) => type === 'bypass_code_issued') as SecurityEvent;
    await post.tell({ kind: 'event', userId, event });
    const pass = await world.mailedPass(userId);
    expect(post.onlyMail().text).toContain(pass);
    expect(JSON.stringify(post.published)).not.toContain(pass);
    expect(JSON.stringify(post.published)).not.toContain(event.sealedPass);
  });
});
