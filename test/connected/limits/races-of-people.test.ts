import { describe, expect, it } from 'vitest';
import { linkOf, mailedPass, mailTo } from '../../kit/mails.ts';
import {
  type Answer,
  call,
  challengeOf,
  codeOf,
  enroll,
  freshAdmin,
  get,
  newOrganization,
  PASSWORD,
  post,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

/* Administrators and owners act at the same moment: whoever is first, nothing is left open. */

const ROUNDS = 5;
const tokenOf = ({ json }: Answer): string | undefined => (json as { session?: { token: string } }).session?.token;
const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;
const setStatus = (boss: string, userId: string, status: string) =>
  call('PATCH', `/v1/users/${userId}`, { token: boss, body: { status } });
const isDead = async (token: string): Promise<boolean> => (await get('/v1/me', token)).status === 401;

describe('suspended while signing in', () => {
  it('with a password, a code or a bypass code: no session survives', { timeout: 60_000 }, async () => {
    const { admin, user } = await newOrganization();
    const boss = await freshAdmin(admin);
    const token = await sessionOf(user);
    const userId = await idOf(token);
    for (let round = 0; round < ROUNDS; round += 1) {
      const [, ...answers] = await Promise.all([
        setStatus(boss, userId, 'suspended').then(({ status }) => expect(status).toBe(200)),
        ...Array.from({ length: 2 }, () => signIn(user)),
      ]);
      const tokens = answers.flatMap((answer) => tokenOf(answer) ?? []);
      for (const born of tokens) expect(await isDead(born)).toBe(true);
      expect((await signIn(user)).status).toBe(401);
      expect((await setStatus(boss, userId, 'active')).status).toBe(200);
      for (const born of tokens) expect(await isDead(born)).toBe(true);
      // A success, so that failures do not add up to a wait.
      await sessionOf(user);
    }
    const { secret } = await enroll(await sessionOf(user));
    expect((await post(`/v1/users/${userId}/bypass-code`, { reason: 'race' }, boss)).status).toBe(201);
    const bypassCode = await mailedPass(user);
    const [one, two] = [await challengeOf(user), await challengeOf(user)];
    const [, ...entered] = await Promise.all([
      setStatus(boss, userId, 'suspended'),
      post('/v1/sign-in/bypass-code', { challengeToken: one, bypassCode }),
      post('/v1/sign-in/totp', { challengeToken: two, code: codeOf(secret) }),
    ]);
    for (const born of entered.flatMap((answer) => tokenOf(answer) ?? [])) expect(await isDead(born)).toBe(true);
    await setStatus(boss, userId, 'active');
    const late = { challengeToken: await challengeOf(user), bypassCode };
    expect((await post('/v1/sign-in/bypass-code', late)).status).toBe(401);
  });
});

describe('a password set twice at once', () => {
  it('by its owner and by a link: one of them wins, and every older session has ended', {
    timeout: 60_000,
  }, async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    const elsewhere = await sessionOf(user);
    await post('/v1/password/forgot', { email: user });
    const link = linkOf(await mailTo(user, 'Reset your password at Acme Telecom')).hash.slice(1);
    const [own, linked] = ['blue stapler on a quiet roof', 'green ladder at the open door'];
    const change = { token, body: { currentPassword: PASSWORD, newPassword: own } };
    const [changed, set] = await Promise.all([
      call('PUT', '/v1/me/password', change),
      post('/v1/password/set', { token: link, newPassword: linked }),
    ]);
    expect([changed.status, set.status].filter((status) => status === 200)).toHaveLength(1);
    const works = await Promise.all([own, linked].map(async (password) => (await signIn(user, password)).status));
    expect(works).toEqual(changed.status === 200 ? [200, 401] : [401, 200]);
    for (const old of [token, elsewhere]) expect(await isDead(old)).toBe(true);
    if (changed.status === 200) expect(await isDead(tokenOf(changed) ?? '')).toBe(false);
    expect((await signIn(user)).status).toBe(401);
  });
});

describe('one bypass code for many challenges', () => {
  it('lets one in', async () => {
    const { admin, user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const userId = await idOf(token);
    const issued = await post(`/v1/users/${userId}/bypass-code`, { reason: 'race' }, await freshAdmin(admin));
    expect(issued.status).toBe(201);
    const bypassCode = await mailedPass(user);
    const challenges = [await challengeOf(user), await challengeOf(user), await challengeOf(user)];
    const answers = await Promise.all(
      challenges.map((challengeToken) => post('/v1/sign-in/bypass-code', { challengeToken, bypassCode })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
