import { describe, expect, it } from 'vitest';
import { defaultSecurity } from '../../../shared/domain/security-settings.ts';
import {
  type Answer,
  call,
  callsOf,
  challengeOf,
  codeOf,
  enroll,
  newOrganization,
  PASSWORD,
  post,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

const FREE = 5;
const codesOf = (answers: Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { json, status } of answers) {
    const code = status === 200 ? 'ok' : (json as { code: string }).code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};
const FIRST_WAIT_MS = defaultSecurity.firstWaitSeconds * 1_000;
const many = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** How many of these requests got as far as comparing the guess: shown by a call that only a comparison makes. */
const compared = async (answers: Answer[], action: string): Promise<number> => {
  const calls = await Promise.all(answers.map(callsOf));
  return calls.flat().filter((made) => made.action === action).length;
};

describe('guess limits hold under a burst (rule 1)', () => {
  it('200 parallel wrong codes over 20 challenges: 5 are compared', { timeout: 90_000 }, async () => {
    const { user } = await newOrganization();
    await enroll(await sessionOf(user));
    const challenges: string[] = [];
    for (let count = 0; count < 20; count += 1) challenges.push(await challengeOf(user));
    const startedAt = Date.now();
    const answers = await many(200, (index) =>
      post('/v1/sign-in/totp', { challengeToken: challenges[index % 20], code: '000000' }),
    );
    // One more is free after the first wait, if the machine takes that long.
    const most = Date.now() - startedAt < FIRST_WAIT_MS ? FREE : FREE + 1;
    expect(await compared(answers, 'Decrypt')).toBeLessThanOrEqual(most);
    const { code_invalid: wrong = 0 } = codesOf(answers);
    expect(wrong).toBeGreaterThanOrEqual(FREE);
    expect(wrong).toBeLessThanOrEqual(most);
    expect(codesOf(answers).ok).toBeUndefined();
  });

  it('200 parallel wrong recovery codes: 5 are compared for each challenge', { timeout: 90_000 }, async () => {
    const { user } = await newOrganization();
    await enroll(await sessionOf(user));
    const challenges = [await challengeOf(user), await challengeOf(user), await challengeOf(user)];
    const answers = await many(200, (index) =>
      post('/v1/sign-in/recovery-code', { challengeToken: challenges[index % 3], recoveryCode: '0'.repeat(24) }),
    );
    expect(await compared(answers, 'Encrypt')).toBeLessThanOrEqual(3 * FREE);
    expect(codesOf(answers).code_invalid).toBe(3 * FREE);
  });

  it.each(['known', 'unknown'])(
    '200 parallel wrong passwords for a %s address: 5 are compared',
    { timeout: 90_000 },
    async (kind) => {
      const { user, organizationId } = await newOrganization();
      const email = kind === 'known' ? user : `nobody@${organizationId}.example`;
      const answers = await many(200, () => signIn(email, 'Wrong-Password-12345'));
      expect(codesOf(answers)).toEqual({ credentials_invalid: FREE, too_many_attempts: 200 - FREE });
      const [refused] = answers.filter(({ status }) => status === 429);
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    },
  );

  it('gives anyone who has to wait the same answer for known and unknown addresses', async () => {
    const { user, organizationId } = await newOrganization();
    const anonymous = ({ body }: Answer) => body.replace(/"requestId":"[^"]*"/, '');
    const refusedOf = async (email: string) => {
      for (let count = 0; count < FREE; count += 1) await signIn(email, 'Wrong-Password-12345');
      return signIn(email, 'Wrong-Password-12345');
    };
    const [known, unknown] = [await refusedOf(user), await refusedOf(`nobody@${organizationId}.example`)];
    expect(known.status).toBe(429);
    expect(anonymous(known)).toBe(anonymous(unknown));
  });

  it('60 wrong passwords from one source, each for another account: 20 are compared', { timeout: 60_000 }, async () => {
    const { organizationId } = await newOrganization();
    const from = { 'x-local-source-ip': `2001:db8:${organizationId.slice(-4).replace(/[^0-9a-f]/g, '0')}::1` };
    const answers: Answer[] = [];
    for (let count = 0; count < 60; count += 1) {
      const body = { email: `someone-${count}@${organizationId}.example`, password: 'Wrong-Password-12345' };
      answers.push(await call('POST', '/v1/sign-in', { body, headers: from }));
    }
    const { credentials_invalid: looked = 0 } = codesOf(answers);
    // One more is free every 6 seconds, if the run is slow.
    expect(looked).toBeGreaterThanOrEqual(20);
    expect(looked).toBeLessThanOrEqual(23);
  });

  it('the owner signs in from a known device while a stranger hammers the account', { timeout: 60_000 }, async () => {
    const { user } = await newOrganization();
    const first = await signIn(user);
    const deviceToken = (first.json as { device: { token: string } }).device.token;
    const { secret } = await enroll((first.json as { session: { token: string } }).session.token);
    await many(30, () => signIn(user, 'Wrong-Password-12345'));
    expect((await signIn(user)).status).toBe(429);
    const asked = await post('/v1/sign-in', { email: user, password: PASSWORD, deviceToken });
    expect(asked.status).toBe(200);
    // The device never replaces the second factor.
    expect(asked.json).toMatchObject({ status: 'two_factor_required' });
    const challengeToken = (asked.json as { challenge: { token: string } }).challenge.token;
    expect((await post('/v1/sign-in/totp', { challengeToken, code: codeOf(secret) })).status).toBe(200);
  });

  it('a stolen session gets 5 guesses at the password, and 5 at the code', { timeout: 60_000 }, async () => {
    const { user } = await newOrganization();
    const { token } = await enroll(await sessionOf(user));
    const passwords = await many(40, () =>
      post('/v1/me/confirm-identity', { password: 'Wrong-Password-12345', code: '000000' }, token),
    );
    expect(codesOf(passwords)).toEqual({ credentials_invalid: FREE, too_many_attempts: 35 });
    const other = await newOrganization();
    const { token: second } = await enroll(await sessionOf(other.user));
    const codes: Answer[] = [];
    for (let count = 0; count < 8; count += 1)
      codes.push(await post('/v1/me/confirm-identity', { password: PASSWORD, code: '000000' }, second));
    expect(codesOf(codes)).toEqual({ code_invalid: FREE, too_many_attempts: 3 });
  });
});
