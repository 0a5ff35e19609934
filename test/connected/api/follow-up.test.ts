import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { linkOf, mailsTo, mailTo } from '../../kit/mails.ts';
import { call, enroll, freshAdmin, get, newOrganization, newUser, post, sessionOf } from '../../kit/product.ts';
import { setSession } from '../../kit/table.ts';

const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;

describe('reminders', () => {
  it('are one mail, however many ask for it at once', async () => {
    const { admin, user } = await newOrganization();
    const userId = await idOf(await sessionOf(user));
    const boss = await sessionOf(admin);
    const remind = () => post('/v1/users/two-factor-reminders', { userIds: [userId] }, boss);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(remind));
    expect(answers.flatMap(({ json }) => (json as { reminded: string[] }).reminded)).toEqual([userId]);
    const subject = 'Acme Telecom asks you to turn on two-factor authentication';
    expect(linkOf(await mailTo(user, subject)).pathname).toBe('/account');
    expect((await mailsTo(user)).filter((mail) => mail.subject === subject)).toHaveLength(1);
  });
});

describe('a policy that requires a second factor', () => {
  const setPolicy = (token: string, body: object) => call('PUT', '/v1/organization/two-factor-policy', { token, body });

  it('applies from its start time: users without a second factor can only set one up, and then do everything', async () => {
    const { admin, user } = await newOrganization();
    const boss = await freshAdmin(admin);
    const requiredFrom = new Date(Date.now() + 5_000).toISOString();
    expect((await setPolicy(boss, { mode: 'required', requiredFrom })).status).toBe(200);
    const token = await sessionOf(user);
    expect((await get('/v1/me/sign-ins', token)).status).toBe(200);
    await setTimeout(5_100);
    expect((await get('/v1/me/sign-ins', token)).json).toMatchObject({ code: 'two_factor_required', status: 403 });
    const account = await get('/v1/me', token);
    expect(account.json).toMatchObject({ organization: { twoFactorPolicy: { mode: 'required', requiredFrom } } });
    const { token: next } = await enroll(token);
    expect((await get('/v1/me/sign-ins', next)).status).toBe(200);
    expect((await call('POST', '/v1/sign-out', { token: next })).status).toBe(204);
  });

  it('takes a second factor and a fresh identity to set, and a time if it requires 2FA', async () => {
    const { admin } = await newOrganization();
    const withoutFactor = await sessionOf(admin);
    expect((await setPolicy(withoutFactor, { mode: 'off' })).json).toMatchObject({ code: 'two_factor_required' });
    const { token: boss } = await enroll(withoutFactor);
    expect((await setPolicy(boss, { mode: 'required' })).status).toBe(400);
    expect((await setPolicy(boss, { mode: 'off', requiredFrom: new Date().toISOString() })).status).toBe(400);
    await setSession(boss, 'identityConfirmedAt', Date.now() - 3_600_000);
    expect((await setPolicy(boss, { mode: 'off' })).json).toMatchObject({ code: 'identity_confirmation_required' });
  });

  it('applies to one organization only', async () => {
    const [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
    expect((await setPolicy(await freshAdmin(ours.admin), { mode: 'encouraged' })).status).toBe(200);
    const policy = await get('/v1/organization/two-factor-policy', await sessionOf(theirs.admin));
    expect(policy.json).toEqual({ mode: 'off' });
  });
});

describe('adoption over time', () => {
  it('includes today’s count soon after it changed', async () => {
    const { organizationId, admin } = await newOrganization();
    await enroll(await sessionOf(await newUser(organizationId, 'enrolled')));
    const boss = await sessionOf(admin);
    const expected = { day: new Date().toISOString().slice(0, 10), enabled: 1, total: 3 };
    let days: unknown[] = [];
    for (let tries = 0; tries < 200 && JSON.stringify(days.at(-1)) !== JSON.stringify(expected); tries += 1) {
      await setTimeout(100);
      ({ days } = (await get('/v1/users/two-factor-adoption/history', boss)).json as { days: unknown[] });
    }
    expect(days.at(-1)).toEqual(expected);
  });
});
