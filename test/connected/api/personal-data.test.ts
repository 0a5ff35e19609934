import { describe, expect, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import { eventsOf, mailsTo, mailTo, runSchedules } from '../../kit/mails.ts';
import {
  call,
  challengeOf,
  codeOf,
  enroll,
  freshAdmin,
  get,
  needs,
  newOrganization,
  newUser,
  post,
  remove,
  runAdmin,
  sessionOf,
  signIn,
} from '../../kit/product.ts';
import { ageErasure, dump } from '../../kit/table.ts';

/* What people may do with all that is stored about them: get it, and have it erased. */

type Stored = { pk: string; ttl?: number };

/** The items of the whole table that have any of these texts in them. */
const itemsWith = async (...texts: string[]): Promise<Stored[]> =>
  (await dump()).filter((item) => texts.some((text) => item.includes(text))).map((item) => JSON.parse(item) as Stored);
const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;

/** Someone who has used everything that leaves an item behind. */
const busyPerson = async (organizationId: string, name: string, admin: string) => {
  const email = await newUser(organizationId, name);
  const { secret, token } = await enroll(await sessionOf(email));
  const userId = await idOf(token);
  await post('/v1/me/two-factor/recovery-codes/show', undefined, token);
  await post('/v1/me/two-factor/setup', undefined, token);
  await post(`/v1/users/${userId}/bypass-code`, { reason: 'phone at home' }, admin);
  await post('/v1/sign-in/totp', { challengeToken: await challengeOf(email), code: '000000' });
  const answered = await post('/v1/sign-in/totp', { challengeToken: await challengeOf(email), code: codeOf(secret) });
  await challengeOf(email);
  await post('/v1/password/forgot', { email });
  await mailTo(email, `Reset your password at ${await organizationNameOf(token)}`);
  return { email, userId, token: (answered.json as { session: { token: string } }).session.token };
};
const organizationNameOf = async (token: string): Promise<string> =>
  ((await get('/v1/me', token)).json as { organization: { name: string } }).organization.name;

const erased = async (userId: string): Promise<void> => {
  await ageErasure(userId, 3);
  await runSchedules();
};

describe('a deleted account', () => {
  it('leaves nothing in the table but a mark without identity and what expires by itself', {
    timeout: 90_000,
  }, async () => {
    const { organizationId, admin } = await newOrganization();
    const boss = await freshAdmin(admin);
    const { email, userId, token } = await busyPerson(organizationId, 'leaver', boss);
    const kinds = new Set((await itemsWith(userId, email)).map(({ pk }) => pk.split('#')[0]));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['USER', 'EMAIL', 'FACTOR', 'CODES', 'SETUP', 'SESSION', 'TOKEN', 'SIGN_IN', 'EVENT']),
    );

    expect((await remove('/v1/me', token)).status).toBe(204);
    expect((await get('/v1/me', token)).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    await erased(userId);

    const left = await itemsWith(userId, email);
    const lasting = left.filter(({ ttl }) => ttl === undefined);
    expect(lasting.map(({ pk }) => pk)).toEqual([`DELETED#${userId}`]);
    expect(JSON.stringify(lasting)).not.toContain(email);
    const expiring = new Set(left.filter(({ ttl }) => ttl !== undefined).map(({ pk }) => pk.split('#')[0]));
    for (const kind of expiring) expect(['REPLY', 'RESET', 'WATCH']).toContain(kind);
    expect((await mailTo(email, 'Your account was deleted')).text).toContain('erased its data');
    expect(await eventsOf(userId)).toContain('user_deleted');
  });

  it('by an administrator frees the address at once, and corrects list and count', async () => {
    const { organizationId, admin, user } = await newOrganization();
    const boss = await freshAdmin(admin);
    const token = await sessionOf(user);
    const userId = await idOf(token);
    const answer = await remove(`/v1/users/${userId}`, boss);
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect((await get('/v1/me', token)).status).toBe(401);
    expect((await get(`/v1/users/${userId}`, boss)).status).toBe(404);
    const { users } = (await get('/v1/users', boss)).json as { users: { email: string }[] };
    expect(users.map(({ email }) => email)).toEqual([admin]);
    expect((await get('/v1/users/two-factor-adoption', boss)).json).toEqual({ enabled: 1, disabled: 0, total: 1 });
    expect((await post('/v1/users', { email: user, name: 'Next' }, boss)).status).toBe(201);
    await erased(userId);
    const events = (await get('/v1/me/events', boss)).json as { events: { type: string; aboutId?: string }[] };
    expect(events.events[0]).toMatchObject({ type: 'user_deleted', aboutId: userId });
    expect(organizationId).not.toBe('');
  });

  it('of someone who was only invited is a withdrawn invitation, of which no mail tells', async () => {
    const { admin, organizationId } = await newOrganization();
    const boss = await freshAdmin(admin);
    const email = `guest@${organizationId}.example`;
    const made = (await post('/v1/users', { email, name: 'Guest' }, boss)).json as {
      user: { id: string };
      invitation: { url: string };
    };
    expect((await remove(`/v1/users/${made.user.id}`, boss)).status).toBe(204);
    const link = { token: new URL(made.invitation.url).hash.slice(1) };
    expect((await post('/v1/password/link', link)).status).toBe(401);
    await erased(made.user.id);
    expect((await mailsTo(email)).map(({ subject }) => subject)).not.toContain('Your account was deleted');
  });

  it('is never that of the last administrator, and takes a recent confirmation', async () => {
    const { admin } = await newOrganization();
    const boss = await freshAdmin(admin);
    expect((await remove('/v1/me', boss)).json).toMatchObject({ code: 'last_administrator' });
    expect((await get('/v1/me', boss)).status).toBe(200);
  });
});

describe('the export', () => {
  it('has what is stored, and none of its secrets', async () => {
    const { organizationId, admin } = await newOrganization();
    const { email, userId, token } = await busyPerson(organizationId, 'reader', await freshAdmin(admin));
    const answer = await get('/v1/me/export', token);
    expect(answer.json).toMatchObject({
      account: { id: userId, email, twoFactor: { status: 'enabled' } },
      complete: true,
    });
    const { sessions, signIns, events } = answer.json as { sessions: []; signIns: []; events: { type: string }[] };
    expect([sessions.length > 0, signIns.length]).toEqual([true, 2]);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['user_created', 'password_set', 'two_factor_enabled', 'recovery_codes_shown']),
    );
    expect(answer.body).not.toMatch(/hash|sealed|argon2|token/i);
  });
});

describe('one address', () => {
  it('goes to exactly one of 100 who want it at the moment it becomes free', { timeout: 60_000 }, async () => {
    const { organizationId, admin, user } = await newOrganization();
    const boss = await freshAdmin(admin);
    const userId = await idOf(await sessionOf(user));
    const wanted = { organization: organizationId, email: user, name: 'Next' };
    const claims = Array.from({ length: 100 }, () =>
      commands.createUser(needs, wanted).then(
        () => 'made',
        ({ code }: { code: string }) => code,
      ),
    );
    const [answer, ...outcomes] = await Promise.all([
      call('DELETE', `/v1/users/${userId}`, { token: boss }),
      ...claims,
    ]);
    expect(answer.status).toBe(204);
    const made = outcomes.filter((outcome) => outcome === 'made').length;
    expect(made).toBeLessThanOrEqual(1);
    // A few of so many transactions on one item may give up after their retries: then nothing was made.
    const others = outcomes.filter((outcome) => outcome !== 'made');
    expect(others.filter((outcome) => !['email_taken', 'temporarily_unavailable'].includes(outcome))).toEqual([]);
    if (made === 0) expect(await commands.createUser(needs, wanted)).toMatchObject({ email: user });
    const { users } = (await get('/v1/users', boss)).json as { users: { email: string }[] };
    expect(users.filter(({ email }) => email === user)).toHaveLength(1);
  });
});

describe('the command line', () => {
  it('exports and deletes a user', async () => {
    const { user } = await newOrganization();
    const found = await runAdmin('export-user', '--email', user);
    expect(JSON.parse(found.stdout)).toMatchObject({ account: { email: user }, complete: true });
    const done = await runAdmin('delete-user', '--email', user);
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect((await signIn(user)).status).toBe(401);
    expect((await runAdmin('delete-user', '--email', user)).code).toBe(1);
  });
});
