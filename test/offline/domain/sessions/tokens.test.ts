import { describe, expect, it } from 'vitest';
import { cryptoRandom } from '../../../../shared/adapters/ids.ts';
import {
  challengeId,
  issueToken,
  pickChallenge,
  readChallengeToken,
  readDeviceTokens,
  readToken,
  sha256,
  withChallengeToken,
  withDeviceToken,
  withoutChallengeToken,
} from '../../../../shared/domain/sessions/tokens.ts';
import { newId } from '../../../fixtures.ts';

describe('tokens', () => {
  const userId = newId();

  it('name their kind and user, and 256 random bits', () => {
    const { token } = issueToken('session', userId, cryptoRandom);
    expect(token).toMatch(new RegExp(`^sps_${userId}_[A-Za-z0-9_-]{43}$`));
  });

  it('are known to the table only by the SHA-256 of their secret part', () => {
    const { token, hash } = issueToken('challenge', userId, cryptoRandom);
    expect(hash).toBe(sha256(token.slice(-43)));
    expect(readToken('challenge', token)).toEqual({ userId, hash });
  });

  it.each(['session', 'challenge', 'invitation'] as const)('of kind %s are not tokens of another kind', (kind) => {
    const { token } = issueToken(kind, userId, cryptoRandom);
    for (const other of ['session', 'challenge', 'invitation'] as const) {
      expect(readToken(other, token) !== null).toBe(other === kind);
    }
  });

  it.each([
    '',
    'sps_',
    `sps_${'x'.repeat(26)}_${'a'.repeat(43)}`,
    `sps_${newId()}_short`,
    `sps_${newId()}_${'a'.repeat(44)}`,
    `sps_../..${'a'.repeat(60)}`,
  ])('%j is not a token', (text) => {
    expect(readToken('session', text)).toBeNull();
  });
});

describe('the tokens that one browser keeps', () => {
  const deviceOf = (userId: string) => issueToken('device', userId, cryptoRandom).token;
  const started = (kind: 'challenge' | 'knownChallenge' = 'challenge') => issueToken(kind, newId(), cryptoRandom);

  it('are one for each account that knows the device, latest first, and 5 at most', () => {
    const users = Array.from({ length: 6 }, () => newId());
    let kept: string | undefined;
    for (const userId of users) kept = withDeviceToken(kept, deviceOf(userId));
    expect(readDeviceTokens(kept ?? '').map(({ userId }) => userId)).toEqual(users.slice(1).reverse());
    const [, second = ''] = users;
    const again = deviceOf(second);
    const renewed = withDeviceToken(kept, again);
    expect(renewed.startsWith(again)).toBe(true);
    expect(readDeviceTokens(renewed).filter(({ userId }) => userId === second)).toHaveLength(1);
    expect(readDeviceTokens(renewed)).toHaveLength(5);
  });

  it('leave out what is no token', () => {
    const own = deviceOf(newId());
    expect(withDeviceToken(undefined, own)).toBe(own);
    expect(withDeviceToken('~x~', own)).toBe(own);
    expect(readDeviceTokens(`x~${own}`)).toHaveLength(1);
  });

  it('are those of the 3 latest challenges, of which a page may name one', () => {
    const [a, b, c, d] = [started(), started(), started(), started('knownChallenge')];
    let kept: string | undefined;
    for (const { token } of [a, b, c, d]) kept = withChallengeToken(kept, token);
    expect(kept?.split('~')).toEqual([d.token, c.token, b.token]);
    expect(pickChallenge(kept ?? '', undefined)).toBe(d.token);
    expect(pickChallenge(kept ?? '', challengeId(b.hash))).toBe(b.token);
    expect(pickChallenge(kept ?? '', challengeId(a.hash))).toBe('gone');
    expect(withoutChallengeToken(kept, c.token)).toBe(`${d.token}~${b.token}`);
    expect(withoutChallengeToken(undefined, c.token)).toBe('');
    expect(challengeId(a.hash)).toHaveLength(12);
  });

  it('say what kind of device started a challenge', () => {
    const { token, hash } = started('knownChallenge');
    expect(readChallengeToken(token)).toMatchObject({ hash, fromKnownDevice: true });
    expect(readChallengeToken(started().token)).toMatchObject({ fromKnownDevice: false });
    expect(readChallengeToken(deviceOf(newId()))).toBeNull();
  });
});
