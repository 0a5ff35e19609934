import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isReplayed,
  labels,
  matchTimeStep,
  otpauthUri,
  secretAsBase32,
  timeStepAt,
} from '../../../../shared/domain/codes/totp.ts';

const secret = Buffer.from('12345678901234567890');
const none = -1;
const at = (seconds: number): number => seconds * 1_000;
const match = (code: string, seconds: number, lastTimeStep = none) =>
  matchTimeStep({ secret, code, now: at(seconds), lastTimeStep: Math.max(lastTimeStep, 0) });

describe('TOTP, RFC 6238', () => {
  // Appendix B, SHA-1, the last 6 of 8 digits.
  it.each([
    [59, '287082', 0x1],
    [1_111_111_109, '081804', 0x23523ec],
    [1_111_111_111, '050471', 0x23523ed],
    [1_234_567_890, '005924', 0x273ef07],
    [2_000_000_000, '279037', 0x3f940aa],
    [20_000_000_000, '353130', 0x27bc86aa],
  ])('accepts the vector of %i s', (seconds, code, timeStep) => {
    expect(timeStepAt(at(seconds))).toBe(timeStep);
    expect(match(code, seconds)).toBe(timeStep);
  });

  // RFC 4226, appendix D: the HOTP values that TOTP is based on.
  it.each([
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('accepts the HOTP value of counter %i in its period', (counter, code) => {
    expect(match(code, counter * 30)).toBe(counter);
  });

  it('accepts the step before, the current one and the one after, and no other', () => {
    const code = '005924';
    const middle = 0x273ef07 * 30;
    expect([-2, -1, 0, 1, 2].map((steps) => match(code, middle + steps * 30) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('accepts at the first and the last millisecond of the window', () => {
    const first = (0x273ef07 - 1) * 30_000;
    const tryAt = (now: number) => matchTimeStep({ secret, code: '005924', now, lastTimeStep: 0 });
    expect([first - 1, first, first + 89_999, first + 90_000].map((now) => tryAt(now) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('refuses a step that is not later than the last one used (5.2)', () => {
    expect(match('005924', 1_234_567_890, 0x273ef07)).toBeNull();
    expect(match('005924', 1_234_567_890, 0x273ef08)).toBeNull();
    expect(match('005924', 1_234_567_890, 0x273ef06)).toBe(0x273ef07);
  });

  it('refuses, and does not throw, if the clock jumped back far behind the last step', () => {
    expect(match('005924', 1_234_567_890, 0x273ef07 + 1_000)).toBeNull();
  });

  it('refuses a wrong code', () => {
    expect(match('005925', 1_234_567_890)).toBeNull();
  });
});

describe('otpauth URI', () => {
  const uri = (organization: string, email: string) => otpauthUri({ ...labels(organization, email), secret: 'ABC234' });

  it('has the issuer as prefix and as parameter, encoded with %20', () => {
    expect(uri('Acme Telecom', 'user@acme.example')).toBe(
      'otpauth://totp/Acme%20Telecom:user%40acme.example?secret=ABC234&issuer=Acme%20Telecom',
    );
  });

  it('drops colons and control characters, which would split the label', () => {
    const { pathname, searchParams } = new URL(uri('A:c\nm\u202Ee:', 'u:ser@x.example'));
    expect(searchParams.get('issuer')).toBe('Acme');
    expect(decodeURIComponent(pathname)).toContain('Acme:user@x.example');
  });

  it('keeps names of any script whole, up to 64 characters', () => {
    expect(new URL(uri('Überlandwerk & Söhne + 電力', 'a@b.example')).searchParams.get('issuer')).toBe(
      'Überlandwerk & Söhne + 電力',
    );
    expect(labels('x'.repeat(80), 'a@b.example').issuer).toBe('x'.repeat(64));
    expect(labels('電'.repeat(80), 'a@b.example').issuer).toBe('電'.repeat(8));
  });

  it('cuts a name between two characters as people see them, and keeps the joiners that hold them together', () => {
    const segments = (text: string) => Array.from(new Intl.Segmenter('fa').segment(text), ({ segment }) => segment);
    const family = '👨\u200d👩\u200d👧';
    const unit = fc.constantFrom(
      'a',
      ' ',
      'é',
      'e\u0323\u0302',
      '電',
      family,
      '🇩🇪',
      '👍🏽',
      'می\u200cخواهم',
      'क\u094d\u200dष',
      ':',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 80 }), (name) => {
        const { issuer } = labels(name, 'a@b.example');
        const clean = name
          .normalize('NFC')
          .replace(/[:\u202e]/g, '')
          .trim();
        expect(clean.startsWith(issuer)).toBe(true);
        expect(segments(clean).slice(0, segments(issuer).length)).toEqual(segments(issuer));
        expect(issuer).toBe(issuer.trim());
        // Cut only where the next character would not fit.
        if (encodeURIComponent(clean).length <= 72 && Array.from(clean).length <= 64) expect(issuer).toBe(clean);
      }),
    );
    expect(labels(`Familie ${family}`, 'a@b.example').issuer).toBe(`Familie ${family}`);
    expect(labels('شرکت می\u200cخواهم', 'a@b.example').issuer).toBe('شرکت می\u200cخواه');
  });

  it('carries the secret as base32 without padding', () => {
    expect(secretAsBase32(Buffer.from('12345678901234567890'))).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(secretAsBase32(Buffer.from('a'))).toBe('ME');
  });
});

describe('a rejected code', () => {
  const secret = Buffer.from('12345678901234567890');
  // RFC 6238, appendix B, at 1111111109 seconds: 07081804; the last six digits are those of a 6-digit code.
  const now = 1_111_111_109_000;
  const attempt = { secret, now, lastTimeStep: timeStepAt(now) };

  it('is a replay if it is right and its time step was used', () => {
    expect(matchTimeStep({ ...attempt, code: '081804' })).toBeNull();
    expect(isReplayed({ ...attempt, code: '081804' })).toBe(true);
    expect(isReplayed({ ...attempt, code: '081805' })).toBe(false);
  });

  it('of the next step is accepted once, and nothing is after a step from the future', () => {
    const next = { ...attempt, now: now - 30_000, code: '081804' };
    expect(matchTimeStep({ ...next, lastTimeStep: timeStepAt(now) - 1 })).toBe(timeStepAt(now));
    expect(matchTimeStep({ ...next, lastTimeStep: timeStepAt(now) })).toBeNull();
  });
});
