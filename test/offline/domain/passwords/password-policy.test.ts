import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '../../../../shared/adapters/common-passwords.ts';
import { Failure } from '../../../../shared/domain/errors.ts';
import { canonicalPassword, requireGoodPassword } from '../../../../shared/domain/passwords/password-policy.ts';
import { defaultSecurity } from '../../../security-settings.ts';

const common = commonPasswords();
const context = {
  email: 'uma.unger@acmetel.example',
  name: 'Uma Unger',
  organizationName: 'Acme Telecom',
  productName: 'Sallyport',
};
const reasons = (password: string, security = defaultSecurity, about = context): string[] => {
  try {
    requireGoodPassword(password, '#/newPassword', { security, context: about, commonPasswords: common });
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
  ])('accepts %j', (password) => {
    expect(reasons(password)).toEqual([]);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(reasons('😀🐎🔋📎😺🚲🌍🎹')).not.toEqual([]);
    expect(reasons('😀🐎🔋📎😺🚲🌍🎹🍎🍋🥝🍇🍉🍒🥥')).toEqual([]);
  });

  it('accepts 15 to 128 characters', () => {
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

  const easy = (word: RegExp) => [expect.stringMatching(word)];

  it.each([
    ['hello sallyport world', 'sallyport'],
    ['acme telecom forever!', 'acme'],
    ['umaungerumaungerxyz', 'unger'],
    ['UMA.UNGER@acmetel 1', 'acmetel'],
    ['Uma-Unger-Acme-Telecom', 'telecom'],
    ['AcmeTelecom8392017465', 'acme'],
    ['acm3_t3l3c0m_2026!!', 'telecom'],
    ['reganu Unger Unger Unger', 'unger'],
  ])('refuses %j, which is little more than the name in it: %s', (password, word) => {
    expect(reasons(password)).toEqual(easy(new RegExp(`“${word}”.*is what others try first for your account`)));
  });

  it.each([
    'my name is Uma Unger ok',
    'acmetel rules it all, they say',
    'telecom for everybody who calls',
    'UMA.UNGER and much more',
  ])('accepts %j: what is left without the name is hard to guess', (password) => {
    expect(reasons(password)).toEqual([]);
  });

  it.each([
    ['Will Rose', 'a willow grows beside the prose'],
    ['Hope May', 'hopeful mayors argue at dawn'],
    ['Penn Data', 'a pencil and a database walk in'],
    ['Will Rose', 'willpower roses gardener'],
    ['An Li', 'an island of linen lies in anise'],
    ['田中 正', '正確馬電池釘書針正確馬電池釘書針啊'],
    ['Billy Mom', 'my-mom_called_me_billy'],
  ])('of %s accepts %j: merely containing a word does not count', (name, password) => {
    expect(reasons(password, defaultSecurity, { ...context, name })).toEqual([]);
  });

  it('refuses a password of nothing but context words, digits and signs, whatever they are and however joined', {
    timeout: 20_000,
  }, () => {
    const words = fc.constantFrom('uma', 'Unger', 'ACME', 'telecom', 'acmetel', 'Sallyport');
    const between = fc.string({ unit: fc.constantFrom(...'0123456789-_.! #+'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, between), { minLength: 2, maxLength: 5 }), (pieces) => {
        const password = pieces.flat().join('');
        fc.pre(Array.from(password).length >= 15 && Array.from(password).length <= 128);
        expect(reasons(password)).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ...['iloveyouiloveyou', 'password12345678', 'qwerty1234567890', 'letmeinletmein1', 'administrator123'],
    ...['correcthorsebatterystaple', 'Summer2026Summer2026', 'Password123456!', 'trustno1trustno1', 'ilovemymother123'],
    ...['P@ssw0rdP@ssw0rd', '1qaz2wsx3edc4rfv', 'Welcome2026!!!!', 'football-baseball', 'qwertyuiopasdfgh'],
    ...[
      'superman-batman-2024',
      'MicrosoftWindows10',
      'S4llyp0rt-S4llyp0rt',
      'ｐａｓｓｗｏｒｄ１２３４５６７',
      'CorrectHorseBatteryStaple1!',
      'drowssapdrowssap',
    ],
    ...['January01021990', 'Liverpool-Chelsea', 'letmein123letmein', 'September2026!!', 'zaq12wsxcde34rfv'],
  ])('refuses %j, a common password made longer', (password) => {
    expect(reasons(password)).toEqual(easy(/easy to guess|too common/));
  });

  it('refuses what appears most often in breaches, if the minimum length is low enough to allow it', () => {
    expect(reasons('iloveyou1', { ...defaultSecurity, passwordLeastCodePoints: 8 })).toEqual([
      'This password is too common. Choose another one',
    ]);
  });

  it('names every rule that is broken', () => {
    expect(reasons('sallyport')).toHaveLength(2);
  });

  it('says everything in less than the 200 characters that a detail may have', () => {
    for (const password of ['uma unger acme telecom sallyport', 'password12345678', 'sallyport'])
      for (const detail of reasons(password)) expect(detail.length).toBeLessThanOrEqual(200);
  });

  it('compares the NFC form', () => {
    expect(canonicalPassword('Zwo\u0308lf')).toBe('Zw\u00f6lf');
  });
});
