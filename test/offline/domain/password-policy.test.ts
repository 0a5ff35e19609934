import { describe, expect, it } from 'vitest';
import { commonPasswords } from '../../../shared/crypto/common-passwords.ts';
import { Failure } from '../../../shared/domain/errors.ts';
import { canonicalPassword, requireGoodPassword } from '../../../shared/domain/password-policy.ts';
import { defaultNumbers } from '../../numbers.ts';

const context = {
  email: 'uma.unger@acmetel.example',
  name: 'Uma Unger',
  organizationName: 'Acme Telecom',
  productName: 'Sallyport',
};
const reasons = (password: string, numbers = defaultNumbers): string[] => {
  try {
    requireGoodPassword(password, '#/newPassword', { numbers, context, commonPasswords: commonPasswords() });
    return [];
  } catch (error) {
    if (error instanceof Failure && error.code === 'password_rejected')
      return (error.errors ?? []).map(({ detail }) => detail);
    throw error;
  }
};

describe('password policy, NIST SP 800-63B-4', () => {
  it.each([
    'correct horse battery staple',
    'tr0ub4dor&3 plus more',
    'zwölf Boxkämpfer jagen',
    '正確馬電池釘書針正確馬電池釘書針啊',
    '              only spaces before',
  ])('takes %j', (password) => {
    expect(reasons(password)).toEqual([]);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(reasons('😀🐎🔋📎😺🚲🌍🎹')).not.toEqual([]);
    expect(reasons('😀🐎🔋📎😺🚲🌍🎹🍎🍋🥝🍇🍉🍒🥥')).toEqual([]);
  });

  it('takes 15 to 128 characters', () => {
    const text = 'qw7-ke9_mx3.pz5+'.repeat(20);
    expect([14, 15, 128, 129].map((length) => reasons(text.slice(0, length)).length > 0)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each(['aaaaaaaaaaaaaaaaaaa', 'abababababababab', '123456789012345678', 'abcdefghijklmnopqrstuvwxyz'])(
    'refuses the monotonous %j',
    (password) => {
      expect(reasons(password)).toContain('Avoid repeated characters and simple sequences');
    },
  );

  it.each([
    'my name is Uma Unger ok',
    'UMA.UNGER and much more',
    'hello sallyport world',
    'acme telecom forever!',
    'acmetel rules it all',
    'umaungerumaungerxyz',
    'telecom for everybody',
  ])('refuses context words in %j', (password) => {
    expect(reasons(password)).toHaveLength(1);
  });

  it('refuses what breaches show most often, where the floor is low enough to allow it', () => {
    expect(reasons('iloveyou1', { ...defaultNumbers, passwordLeastCodePoints: 8 })).toEqual([
      'This password is among those that are guessed first',
    ]);
  });

  it('names every rule that is broken', () => {
    expect(reasons('sallyport')).toHaveLength(2);
  });

  it('compares the NFC form', () => {
    expect(canonicalPassword('Zwo\u0308lf')).toBe('Zw\u00f6lf');
  });
});
