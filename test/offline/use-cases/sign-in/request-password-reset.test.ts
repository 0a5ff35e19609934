import { beforeEach, describe, expect, it } from 'vitest';
import type { Notification } from '../../../../shared/domain/events/notification.ts';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { requestPasswordReset } from '../../../../shared/use-cases/sign-in/request-password-reset.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { defaultSecurity } from '../../../security-settings.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { newPost, type Post, tokenIn } from '../../delivery/post.ts';
import { email, newPeople } from '../people.ts';

let world: World;
let userId: string;
let post: Post;
beforeEach(async () => {
  ({ world, userId } = await newPeople());
  post = newPost(world, userId);
});
const request = async (address: string, ip = '203.0.113.7'): Promise<Notification> => {
  const context = { ...world.context(), client: { ip, userAgent: 'test' } };
  await requestPasswordReset(world.needs, context, { email: address });
  const [kept] = [...world.state.passwordResets.values()].slice(-1);
  if (!kept) throw new Error('nothing was noted');
  return { kind: 'password_reset', request: kept };
};

describe('a request for a reset', () => {
  it('for an unknown address does the same, and sends nothing', async () => {
    await post.tell(await request('nobody@acme.example'));
    expect([post.mails.length, post.published.length]).toEqual([0, 0]);
  });

  it('mails a link that works once and for 30 minutes', async () => {
    await post.tell(await request(email));
    const token = tokenIn(post.onlyMail());
    world.advance(30 * MINUTE);
    const set = () => failureOf(setPassword(world.needs, world.context(), { token, newPassword: PASSWORD }));
    expect(await set()).toBe('challenge_invalid');
    world.advance(-1);
    expect([await set(), await set()]).toEqual(['none', 'challenge_invalid']);
  });

  it('gets the same answer however often, and keeps no one out: the mails already sent still work', async () => {
    for (let count = 0; count < 25; count += 1) {
      expect(await failureOf(request(email, `198.51.100.${count}`))).toBe('none');
    }
    expect(world.state.passwordResets.size).toBe(defaultSecurity.noticesBurst);
    world.advance(2 * MINUTE);
    await request(email);
    expect(world.state.passwordResets.size).toBe(defaultSecurity.noticesBurst + 1);
  });
});
