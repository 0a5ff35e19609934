import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver } from '../../../shared/delivery/deliver.ts';
import type { Notification } from '../../../shared/domain/events/notification.ts';
import type { SecurityEvent } from '../../../shared/domain/events/security-event.ts';
import { securityEventTypes } from '../../../shared/domain/events/security-event.ts';
import { canonicalRecoveryCode } from '../../../shared/domain/fields.ts';
import { HOUR, MINUTE } from '../../../shared/domain/instant.ts';
import type { BusEvent } from '../../../shared/ports/event-bus.ts';
import type { Mail } from '../../../shared/ports/mailer.ts';
import { reportNotMe } from '../../../shared/use-cases/sign-in/report-not-me.ts';
import { requestPasswordReset } from '../../../shared/use-cases/sign-in/request-password-reset.ts';
import { setPassword } from '../../../shared/use-cases/sign-in/set-password.ts';
import { signInBypassCode } from '../../../shared/use-cases/sign-in/sign-in-bypass-code.ts';
import { signInTotp } from '../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { issueBypassCode } from '../../../shared/use-cases/users/issue-bypass-code.ts';
import { anEvent } from '../../fixtures.ts';
import { defaultSecurity } from '../../security-settings.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../world.ts';

const email = 'uma@acme.example';
let world: World;
let userId: string;
let mails: Mail[];
let published: BusEvent[];
let broken: 'mail' | 'refused' | 'bus' | null;
beforeEach(async () => {
  world = newWorld();
  const admin = await world.register('admin@acme.example', undefined, ['users:manage']);
  ({ userId } = await world.register(email, admin.organizationId));
  [mails, published, broken] = [[], [], null];
});
const needs = () => ({
  ...world.needs,
  mailer: {
    send: async (mail: Mail) => {
      if (broken === 'mail') throw new Error('throttled');
      if (broken === 'refused') return { outcome: 'refused' as const, reason: 'MessageRejected' };
      mails.push(mail);
      return { outcome: 'sent' as const };
    },
  },
  bus: {
    publish: async (event: BusEvent) => {
      if (broken === 'bus') throw new Error('throttled');
      published.push(event);
    },
  },
});
const tell = (notification: Notification) => deliver(needs(), world.context().now, notification);
const happened = (type: SecurityEvent['type']): Notification => ({
  kind: 'event',
  userId,
  event: { ...anEvent(type), at: world.context().now },
});
const tokenIn = ({ text }: Mail): string => /#(\S+)/.exec(text)?.[1] ?? '';
const onlyMail = (): Mail => {
  expect(mails).toHaveLength(1);
  return mails[0] as Mail;
};

describe('delivery', () => {
  it.each(securityEventTypes)(
    'of %s has a mail in the organization’s name, or none, and goes to the bus',
    async (type) => {
      await tell(happened(type));
      expect(published).toMatchObject([{ type, userId }]);
      for (const { to, text, html, subject } of mails) {
        expect(to).toBe(email);
        expect(subject).not.toBe('');
        expect(text).toContain('Acme Telecom sent you this email through Sallyport');
        expect(html).toContain('Acme Telecom');
        expect(text + html).not.toContain('undefined');
      }
    },
  );

  it('happens once, however often the stream tells of it', async () => {
    const notification = happened('two_factor_enabled');
    await tell(notification);
    await tell(notification);
    expect([mails.length, published.length]).toEqual([1, 1]);
  });

  it.each(['mail', 'bus'] as const)('that fails at the %s is not marked as done: it comes again', async (part) => {
    const notification = happened('two_factor_enabled');
    broken = part;
    await expect(tell(notification)).rejects.toThrow('throttled');
    await expect(tell(notification)).rejects.toThrow('throttled');
    broken = null;
    await tell(notification);
    await tell(notification);
    // Once to the owner; the bus may hear of it again, under the same id.
    expect(mails).toHaveLength(1);
    expect(new Set(published.map(({ id }) => id)).size).toBe(1);
  });

  it('without an address to send from goes to the bus alone', async () => {
    await deliver({ ...needs(), mailer: null }, world.context().now, happened('two_factor_enabled'));
    expect([mails.length, published.length]).toEqual([0, 1]);
  });

  it('sends no mail to who is suspended', async () => {
    const user = world.state.users.get(userId);
    if (user) user.status = 'suspended';
    await tell(happened('two_factor_enabled'));
    expect([mails.length, published.length]).toEqual([0, 1]);
  });

  it('of an invitation that comes after the password was set is no mail: it would be a link to set another', async () => {
    await tell(happened('user_created'));
    expect([mails.length, published.length]).toEqual([0, 1]);
  });

  it('has nothing in it but what the bus is to know', async () => {
    const signIn = { id: '01m86ptpg0t1k59kkxerhbeas1', at: 5, method: 'password' as const, twoFactorVerified: false };
    await tell({ kind: 'new_device', userId, signIn: { ...signIn, ip: '192.0.2.1', userAgent: 'secret agent' } });
    const keys = ['id', 'type', 'at', 'userId', 'organizationId', 'actorId', 'ip'];
    expect(Object.keys(published[0] ?? {}).sort()).toEqual(keys.sort());
  });

  it('does not make a link of a name', async () => {
    const user = world.state.users.get(userId);
    if (user) user.name = 'you won: https://evil.example';
    await tell(happened('two_factor_enabled'));
    expect(onlyMail().text).toMatch(/^Hi,\n/);
    expect(onlyMail().html).not.toContain('evil');
  });

  it('escapes what people have called themselves and their company', async () => {
    const [organization] = [...world.state.organizations.values()];
    if (organization) organization.name = '<script>alert(1)</script> & Co';
    await tell(happened('two_factor_enabled'));
    expect(onlyMail().html).not.toContain('<script>');
    expect(onlyMail().html).toContain('&#60;script&#62;alert(1)');
  });

  it('of an event whose user is gone is done', async () => {
    await tell({ ...happened('password_set'), userId: '01m86ptpg0t1k59kkxerhbeas0' } as Notification);
    expect([mails.length, published.length]).toEqual([0, 0]);
  });
});

describe('a mail that is refused for good', () => {
  it('is said so in the account’s history, once, beside what it was about', async () => {
    broken = 'refused';
    const notification = happened('two_factor_enabled');
    expect(await tell(notification)).toEqual({
      outcome: 'mail_refused',
      mail: 'twoFactorEnabled',
      reason: 'MessageRejected',
    });
    // The mark is lost: the same is told again, and is the same item.
    world.state.delivered.clear();
    await tell(notification);
    const refusals = () => (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'mail_refused');
    expect(new Set(refusals().map(({ id }) => id)).size).toBe(1);
    expect(refusals()[0]).toMatchObject({ actorId: 'operator', reason: 'twoFactorEnabled: MessageRejected' });
  });
});

describe('a change of who administers', () => {
  it('is told to the other administrators, by name, and not to who did it', async () => {
    const admin = [...world.state.users.values()].find((user) => user.email === 'admin@acme.example');
    const third = await world.register('third@acme.example', admin?.organizationId, ['users:manage']);
    const granted = { ...anEvent('permissions_granted', admin?.id), permissions: ['users:manage' as const] };
    await tell({ kind: 'event', userId, event: granted });
    const told = (id = '') => (world.state.events.get(id) ?? []).filter((event) => event.aboutId === userId);
    expect(told(third.userId)).toMatchObject([
      { type: 'administrators_changed', reason: 'permissions_granted', permissions: ['users:manage'] },
    ]);
    expect(told(admin?.id)).toEqual([]);
    mails = [];
    const event = told(third.userId)[0] as SecurityEvent;
    await tell({ kind: 'event', userId: third.userId, event });
    expect(onlyMail()).toMatchObject({ to: 'third@acme.example' });
    expect(onlyMail().text).toContain(email);
  });
});

describe('a password that is closed', () => {
  it('is noted for an account that exists, and for no other', async () => {
    const request = { id: anEvent('password_closed').id, at: world.context().now, ip: '192.0.2.1', isClosed: true };
    await tell({ kind: 'password_reset', request: { ...request, email } });
    await tell({ kind: 'password_reset', request: { ...request, email: 'nobody@acme.example' } });
    const closed = [...world.state.events.values()].flat().filter(({ type }) => type === 'password_closed');
    expect(closed).toMatchObject([{ actorId: 'stranger' }]);
  });
});

describe('a bypass code', () => {
  it('is in its owner’s mail, and nowhere on the bus', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const caller = await world.as(await world.signInWithPassword('admin@acme.example'));
    await issueBypassCode(world.needs, caller, { userId, reason: 'phone at home' });
    const event = world.state.events.get(userId)?.find(({ type }) => type === 'bypass_code_issued') as SecurityEvent;
    await tell({ kind: 'event', userId, event });
    const pass = await world.mailedPass(userId);
    expect(onlyMail().text).toContain(pass);
    expect(JSON.stringify(published)).not.toContain(pass);
    expect(JSON.stringify(published)).not.toContain(event.sealedPass);
  });
});

describe('a request for a reset', () => {
  const request = async (address: string, ip = '203.0.113.7'): Promise<Notification> => {
    const context = { ...world.context(), client: { ip, userAgent: 'test' } };
    await requestPasswordReset(world.needs, context, { email: address });
    const [kept] = [...world.state.passwordResets.values()].slice(-1);
    if (!kept) throw new Error('nothing was noted');
    return { kind: 'password_reset', request: kept };
  };

  it('for an unknown address does the same, and sends nothing', async () => {
    await tell(await request('nobody@acme.example'));
    expect([mails.length, published.length]).toEqual([0, 0]);
  });

  it('mails a link that works once and for 30 minutes', async () => {
    await tell(await request(email));
    const token = tokenIn(onlyMail());
    world.advance(30 * MINUTE);
    const set = () => failureOf(setPassword(world.needs, world.context(), { token, newPassword: PASSWORD }));
    expect(await set()).toBe('challenge_invalid');
    world.advance(-1);
    expect([await set(), await set()]).toEqual(['none', 'challenge_invalid']);
  });

  it('is answered alike however often, and keeps nobody out: the mails that were sent still work', async () => {
    for (let count = 0; count < 25; count += 1) {
      expect(await failureOf(request(email, `198.51.100.${count}`))).toBe('none');
    }
    expect(world.state.passwordResets.size).toBe(defaultSecurity.noticesBurst);
    world.advance(2 * MINUTE);
    await request(email);
    expect(world.state.passwordResets.size).toBe(defaultSecurity.noticesBurst + 1);
  });
});

describe('this was not me', () => {
  const alarmed = async () => {
    await tell(happened('password_changed'));
    return tokenIn(onlyMail());
  };
  const report = (token: string) => failureOf(reportNotMe(world.needs, world.context(), { token }));

  it('ends every session, and its link then sets another password', async () => {
    const session = await world.signInWithPassword(email);
    const token = await alarmed();
    const set = (of: string) =>
      failureOf(setPassword(world.needs, world.context(), { token: of, newPassword: 'another horse battery staple' }));
    expect(await set(token)).toBe('challenge_invalid');
    const next = await reportNotMe(world.needs, world.context(), { token });
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    const found = await world.as(session);
    expect(found.caller.session.authVersion).not.toBe(found.caller.user.authVersion);
    expect(await report(token)).toBe('challenge_invalid');
    expect(Date.parse(next.expiresAt)).toBe(world.context().now + 30 * MINUTE);
    expect(await set(next.token)).toBe('none');
  });

  it('is over after 72 hours, and malformed it is nothing', async () => {
    const token = await alarmed();
    world.advance(72 * HOUR);
    expect(await report(token)).toBe('challenge_invalid');
    expect(await report('nonsense')).toBe('challenge_invalid');
  });

  it('lost to another change of the account is decided again, and nothing to who used it meanwhile', async () => {
    const token = await alarmed();
    const exchange = vi.spyOn(world.needs.passwordTokens, 'exchange');
    exchange.mockResolvedValueOnce('token_gone');
    expect(await report(token)).toBe('challenge_invalid');
    exchange.mockResolvedValueOnce('changed');
    expect(await report(token)).toBe('none');
  });

  it('is not what an invitation is for', async () => {
    await tell(happened('user_invited_again'));
    expect(await report(tokenIn(onlyMail()))).toBe('challenge_invalid');
  });

  const notMe = async (subject: RegExp): Promise<string> => {
    const mail = mails.find((sent) => subject.test(sent.subject));
    return tokenIn(mail as Mail);
  };
  const tellAll = async () => {
    for (const event of world.state.events.get(userId) ?? []) await tell({ kind: 'event', userId, event });
  };

  it.each([
    ['of the factor itself', /is on$/, 0],
    ['from before it', /was changed$/, 0],
    ['of the factor itself, although its authenticator was replaced', /is on$/, 1],
  ])('by the mail %s takes off a factor that a stranger turned on', async (_, subject, replacements) => {
    await tell(happened('password_changed'));
    world.advance(MINUTE);
    let { token } = await world.enroll(await world.signInWithPassword(email));
    await tellAll();
    for (let count = 0; count < replacements; count += 1) {
      world.advance(MINUTE);
      ({ token } = await world.enroll(token));
    }
    await reportNotMe(world.needs, world.context(), { token: await notMe(subject) });
    expect(world.state.twoFactors.size).toBe(0);
    expect(world.state.events.get(userId)?.map(({ type }) => type)).toContain('two_factor_undone');
    expect(world.state.users.get(userId)?.sessions).toEqual({});
    expect(await failureOf(world.signInWithPassword(email))).toBe('none');
  });

  it('leaves the factor on that was there before', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    const event = { ...anEvent('recovery_codes_shown'), at: world.context().now };
    await tell({ kind: 'event', userId, event });
    await reportNotMe(world.needs, world.context(), { token: await notMe(/shown/) });
    expect(world.state.twoFactors.size).toBe(1);
  });

  it('ends a bypass code that someone talked an administrator into', async () => {
    await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    const token = await alarmed();
    const caller = await world.as(await world.signInWithPassword('admin@acme.example'));
    await issueBypassCode(world.needs, caller, { userId, reason: 'said so' });
    const pass = await world.mailedPass(userId);
    await reportNotMe(world.needs, world.context(), { token });
    const challengeToken = await world.startChallenge(email);
    const input = { challengeToken, bypassCode: canonicalRecoveryCode(pass) };
    expect(await failureOf(signInBypassCode(world.needs, world.context(), input))).toBe('code_invalid');
  });

  it('and every other link is nothing to who is suspended', async () => {
    const token = await alarmed();
    await tell(happened('user_invited_again'));
    const user = world.state.users.get(userId);
    if (user) user.status = 'suspended';
    expect(await report(token)).toBe('challenge_invalid');
    const link = { token: tokenIn(mails[1] as Mail), newPassword: 'another horse battery staple' };
    expect(await failureOf(setPassword(world.needs, world.context(), link))).toBe('challenge_invalid');
  });
});

describe('the stolen-password alarm', () => {
  const wrong = async (times: number): Promise<void> => {
    const challengeToken = await world.startChallenge(email);
    for (let count = 0; count < times; count += 1) {
      await failureOf(signInTotp(world.needs, world.context(), { challengeToken, code: '000000' }));
    }
  };
  const alarms = () => (world.state.events.get(userId) ?? []).filter(({ type }) => type === 'second_factor_failed');

  it('is raised at the third wrong code, also over several challenges, and does not nag', async () => {
    await world.enroll(await world.signInWithPassword(email));
    await wrong(2);
    expect(alarms()).toHaveLength(0);
    await wrong(1);
    expect(alarms()).toMatchObject([{ actorId: 'stranger' }]);
    world.advance(24 * HOUR);
    await wrong(2);
    expect(alarms()).toHaveLength(1);
  });

  it('is raised again at each tenth wrong code, however slowly they come', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const raised: number[] = [];
    for (let count = 1; count <= 30; count += 1) {
      world.advance(24 * HOUR);
      const before = alarms().length;
      await wrong(1);
      if (alarms().length > before) raised.push(count);
    }
    expect(raised).toEqual([3, 10, 20, 30]);
  });

  it('begins again after a right second factor', async () => {
    const { secret } = await world.enroll(await world.signInWithPassword(email));
    world.advance(MINUTE);
    await wrong(2);
    const challengeToken = await world.startChallenge(email);
    await signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    await wrong(2);
    expect(alarms()).toHaveLength(0);
  });

  it('changes nothing for whoever answers, even if it cannot be noted', async () => {
    await world.enroll(await world.signInWithPassword(email));
    const securityEvents = { ...world.needs.securityEvents, put: () => Promise.reject(new Error('throttled')) };
    const challengeToken = await world.startChallenge(email);
    for (let count = 0; count < 3; count += 1) {
      const answer = signInTotp({ ...world.needs, securityEvents }, world.context(), {
        challengeToken,
        code: '000000',
      });
      expect(await failureOf(answer)).toBe('code_invalid');
    }
  });
});
