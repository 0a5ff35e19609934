import { describe, expect, it } from 'vitest';
import { cryptoRandom } from '../../../../shared/adapters/ids.ts';
import { issueToken, readToken, sha256 } from '../../../../shared/domain/sessions/tokens.ts';
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
