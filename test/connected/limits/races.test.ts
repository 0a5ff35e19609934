import { describe, expect, it } from 'vitest';
import {
  type Answer,
  challengeOf,
  codeBefore,
  codeOf,
  enroll,
  get,
  newOrganization,
  PASSWORD,
  post,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

const statuses = (answers: Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const show = async (token: string) =>
  ((await post('/v1/me/two-factor/recovery-codes/show', undefined, token)).json as { recoveryCodes: string[] })
    .recoveryCodes;
const tokenOf = (answer: Answer | undefined) =>
  (answer?.json as { session: { token: string } } | undefined)?.session.token ?? '';
const enrolled = async () => {
  const { user } = await newOrganization();
  const token = await sessionOf(user);
  return { user, ...(await enroll(token)) };
};
const recordsOf = async (token: string) =>
  ((await get('/v1/me/sign-ins?limit=100', token)).json as { signIns: unknown[] }).signIns.length;

describe('races', () => {
  it('100 parallel uses of one recovery code: one session, 8 codes (I2, I3)', async () => {
    const { user, token, recoveryCodes } = await enrolled();
    const challenges = await Promise.all([challengeOf(user), challengeOf(user), challengeOf(user)]);
    const before = await recordsOf(token);
    const uses = Array.from({ length: 100 }, (_, index) =>
      post('/v1/sign-in/recovery-code', { challengeToken: challenges[index % 3], recoveryCode: recoveryCodes[0] }),
    );
    const answers = await Promise.all(uses);
    expect(statuses(answers)[200]).toBe(1);
    expect(statuses(answers)).toEqual({ 200: 1, 401: 99 });
    expect(await recordsOf(token)).toBe(before + 1);
    const codes = await show(token);
    expect(codes).toHaveLength(8);
    expect(codes).not.toContain(recoveryCodes[0]);
  });

  it('8 different recovery codes at once, from 8 sessions: each works, 8 new ones are there', async () => {
    const { token, recoveryCodes, user } = await enrolled();
    // Creates sessions by recovery code, one after the other; then all confirm their identity at the same moment.
    const sessions: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      const recoveryCode = (await show(token))[0];
      sessions.push(
        tokenOf(await post('/v1/sign-in/recovery-code', { challengeToken: await challengeOf(user), recoveryCode })),
      );
    }
    const current = await show(token);
    const confirm = (index: number) =>
      post('/v1/me/confirm-identity', { password: PASSWORD, recoveryCode: current[index] }, sessions[index]);
    const answers = await Promise.all(sessions.map((_, index) => confirm(index)));
    // Recovery codes cannot be guessed, so there are no waits.
    expect(statuses(answers)).toEqual({ 200: 8 });
    const after = await show(token);
    expect(after).toHaveLength(8);
    expect(after.filter((code) => current.includes(code) || recoveryCodes.includes(code))).toEqual([]);
  });

  it('one TOTP code for many challenges: one session', async () => {
    const { user, secret } = await enrolled();
    const challenges = await Promise.all([challengeOf(user), challengeOf(user), challengeOf(user)]);
    const code = codeOf(secret);
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, index) =>
        post('/v1/sign-in/totp', { challengeToken: challenges[index % 3], code }),
      ),
    );
    expect(statuses(answers)[200]).toBe(1);
    expect(Object.keys(statuses(answers)).filter((status) => !['200', '401', '429'].includes(status))).toEqual([]);
  });

  it('100 parallel guesses at one challenge: five are compared', async () => {
    const { user } = await enrolled();
    const challengeToken = await challengeOf(user);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => post('/v1/sign-in/totp', { challengeToken, code: '000000' })),
    );
    const codes = answers.map(({ json }) => (json as { code: string }).code);
    expect(codes.filter((code) => code === 'code_invalid')).toHaveLength(5);
    const refused = codes.filter((code) => code === 'challenge_invalid' || code === 'too_many_attempts');
    expect(refused).toHaveLength(95);
  });

  it('confirm in two tabs: 2FA is on once, with 8 codes that work', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    const { setupId, secret } = (await post('/v1/me/two-factor/setup', undefined, token)).json as {
      setupId: string;
      secret: string;
    };
    const code = await codeBefore(secret);
    const tabs = [1, 2].map(() => post('/v1/me/two-factor/setup/confirm', { setupId, code }, token));
    const answers = await Promise.all(tabs);
    const [won] = answers.filter(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      expect.toSatisfy((status: number) => [401, 403, 409, 503].includes(status)),
    ]);
    expect((await get('/v1/me', token)).status).toBe(401);
    expect(won?.json).toMatchObject({ recoveryCodes: await show(tokenOf(won)) });
  });

  it('regenerate against redeem: 8 codes, and a session only for a code that was still valid', async () => {
    const { user, token, recoveryCodes } = await enrolled();
    const challengeToken = await challengeOf(user);
    const [regenerated, redeemed] = await Promise.all([
      post('/v1/me/two-factor/recovery-codes', undefined, token),
      post('/v1/sign-in/recovery-code', { challengeToken, recoveryCode: recoveryCodes[5] }),
    ]);
    expect(regenerated.status).toBe(200);
    expect([200, 401]).toContain(redeemed.status);
    if (redeemed.status === 200) expect((await get('/v1/me', tokenOf(redeemed))).status).toBe(401);
    const codes = await show(tokenOf(regenerated));
    expect(codes).toEqual((regenerated.json as { recoveryCodes: string[] }).recoveryCodes);
  });

  it('2FA turned on during password-only sign-ins: no session survives that has not passed it (I1)', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    const { setupId, secret } = (await post('/v1/me/two-factor/setup', undefined, token)).json as {
      setupId: string;
      secret: string;
    };
    const code = await codeBefore(secret);
    const [confirmed, ...signIns] = await Promise.all([
      post('/v1/me/two-factor/setup/confirm', { setupId, code }, token),
      ...Array.from({ length: 4 }, () => signIn(user)),
    ]);
    expect(confirmed.status).toBe(200);
    for (const answer of signIns) {
      expect(answer.status).toBe(200);
      if (tokenOf({ ...answer, json: { session: { token: 'none' }, ...(answer.json as object) } as never }) === 'none')
        continue;
      expect((await get('/v1/me', tokenOf(answer))).status).toBe(401);
    }
  });

  it('one invitation in two tabs: one password', async () => {
    const { admin, organizationId } = await newOrganization();
    const created = await post(
      '/v1/users',
      { email: `new@${organizationId}.example`, name: 'New' },
      await sessionOf(admin),
    );
    const { invitation } = created.json as { invitation: { url: string } };
    const token = new URL(invitation.url).hash.slice(1);
    const answers = await Promise.all(
      ['first', 'second'].map((word) => post('/v1/password/set', { token, newPassword: `${PASSWORD} ${word}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('one address twice: one user', async () => {
    const { admin, organizationId } = await newOrganization();
    const boss = await sessionOf(admin);
    const answers = await Promise.all(
      [1, 2, 3].map(() => post('/v1/users', { email: `same@${organizationId}.example`, name: 'Same' }, boss)),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 2 });
  });
});
