import { describe, expect, it } from 'vitest';
import { linkOf, mailsTo, mailTo, tokenOf } from '../../kit/mails.ts';
import { freshAdmin, get, newOrganization, newUser, PASSWORD, post, sessionOf, signIn } from '../../kit/product.ts';
import { setSession } from '../../kit/table.ts';

/* Another address for an account, from outside: by its owner, by an administrator, and taken back. */

const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;

describe('another address', () => {
  it('is asked for, confirmed at the new address, and taken back from the previous one', async () => {
    const { organizationId, user } = await newOrganization();
    const token = await sessionOf(user);
    const next = `next@${organizationId}.example`;
    expect((await post('/v1/me/email', { email: next }, token)).status).toBe(202);
    const mail = await mailTo(next, 'Confirm your new email address');
    expect(linkOf(mail).pathname).toBe('/confirm-email');
    expect((await post('/v1/password/link', { token: tokenOf(mail) })).json).toMatchObject({
      ...{ email: next, purpose: 'email' },
    });
    const confirmed = await post('/v1/email/confirm', { token: tokenOf(mail) });
    expect([confirmed.status, confirmed.json]).toEqual([200, { email: next }]);
    expect((await get('/v1/me', token)).status).toBe(401);
    expect([(await signIn(user)).status, (await signIn(next)).status]).toEqual([401, 200]);

    const notMe = tokenOf(await mailTo(user, 'Your email address was changed'));
    const reported = await post('/v1/password/not-me', { token: notMe });
    const reset = (reported.json as { token: string }).token;
    expect((await post('/v1/password/set', { token: reset, newPassword: `${PASSWORD} again` })).status).toBe(200);
    expect([(await signIn(next)).status, (await signIn(user, `${PASSWORD} again`)).status]).toEqual([401, 200]);
  });

  it('goes to one of many who confirm it at the same moment', { timeout: 60_000 }, async () => {
    const { organizationId } = await newOrganization();
    const next = `wanted@${organizationId}.example`;
    const links: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      const token = await sessionOf(await newUser(organizationId, `rival-${index}`));
      expect((await post('/v1/me/email', { email: next }, token)).status).toBe(202);
    }
    for (let tries = 0; tries < 300 && links.length < 8; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      links.splice(0, links.length, ...(await mailsTo(next)).map(tokenOf));
    }
    const answers = await Promise.all(links.map((link) => post('/v1/email/confirm', { token: link })));
    expect(links).toHaveLength(8);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 409, 503]).toContain(status);
    expect((await signIn(next)).status).toBe(200);
  });

  it('of someone who was invited is corrected at once, by an administrator with a fresh identity', async () => {
    const { organizationId } = await newOrganization();
    const boss = await freshAdmin(await newUser(organizationId, 'boss', true));
    const made = (await post('/v1/users', { email: `tpyo@${organizationId}.example`, name: 'Tia' }, boss)).json as {
      user: { id: string };
    };
    const route = `/v1/users/${made.user.id}/email`;
    const body = { email: `typo@${organizationId}.example` };
    const confirmedAt = Date.now();
    await setSession(boss, 'identityConfirmedAt', confirmedAt - 3_600_000);
    expect((await post(route, body, boss)).json).toMatchObject({ code: 'identity_confirmation_required' });
    await setSession(boss, 'identityConfirmedAt', confirmedAt);
    expect((await post(route, body, boss)).json).toEqual(body);
    await mailTo(body.email, 'Set your password at Acme Telecom');
    expect((await get('/v1/users?search=typo', boss)).json).toMatchObject({ users: [{ email: body.email }] });
    expect(await idOf(boss)).not.toBe(made.user.id);
  });
});
