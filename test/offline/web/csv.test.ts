import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../web/users/list/csv.ts';

const user = (email: string, name: string) => ({
  id: '00000000000000000000000000',
  email,
  name,
  permissions: [],
  status: 'active' as const,
  state: 'active' as const,
  createdAt: '2026-01-01T00:00:00.000Z',
  twoFactor: { status: 'disabled' as const },
  lastSignIn: null,
});
const linesOf = (name: string) => csvOf(['email'], [user('a@b.example', name)]).split('\r\n');

/** The name as a reader of RFC 4180 gets it. */
const cellOf = (name: string): string => {
  const [, quoted, plain = ''] =
    /^a@b\.example,(?:"((?:[^"]|"")*)"|([^",]*)),active,active,/.exec(
      csvOf(['email'], [user('a@b.example', name)]).slice('\uFEFFemail\r\n'.length),
    ) ?? [];
  return quoted?.replaceAll('""', '"') ?? plain;
};

describe('the CSV of users', () => {
  it('says that it is UTF-8, and ends every line as RFC 4180 requires', () => {
    expect(linesOf('Zoë')).toEqual(['\uFEFFemail', 'a@b.example,Zoë,active,active,disabled,,,,', '']);
  });

  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\u00a0=1', '\u3000=1', '\u200b=1', '\ufeff=1'],
    ...[
      '\uff1d1+1',
      '\uff0b1',
      '\uff0d1',
      '\uff20SUM(A1)',
      '\tx',
      '\n=1',
      "'=1+1",
      "''=1",
      '-1+1@x',
      '-a|b!c@x.example',
    ],
  ])('turns the formula %j into text', (name) => {
    expect(cellOf(name)).toBe(`'${name}`);
  });

  it('leaves alone what is not a formula: apostrophes in names, and addresses that begin with a sign', () => {
    for (const name of ['O’Neil', "'t Hooft", "O'Neil", 'A=B', 'x-y', '-minus@acme.example', '+plus.x@acme.example'])
      expect(cellOf(name)).toBe(name);
    const [, line] = csvOf(['email'], [user('-minus@acme.example', 'A')]).split('\r\n');
    expect(line).toMatch(/^-minus@acme\.example,/);
    expect(csvOf(['email'], [user("=cmd|'x'!a1@acme.example", 'A')])).toContain(`"'=cmd|'x'!a1@acme.example"`);
  });

  it('never writes two texts alike, and begins no cell like a formula except such an address', () => {
    const text = fc.string({ unit: fc.constantFrom(...'\'=+-@ \t\r\n\uff1dab1.",|!('), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (one, two) => {
        expect(cellOf(one) === cellOf(two)).toBe(one === two);
        if (!/^[+-][\w.-]*@[\w.-]+$/.test(one)) expect(cellOf(one)).not.toMatch(/^\s*[=+\-@\uff1d]/);
      }),
      { numRuns: 500 },
    );
  });

  it('quotes what would break the line', () => {
    expect(linesOf('Smith, "Bo"')[1]).toContain(',"Smith, ""Bo""",');
  });

  it('shows how the last sign-in was verified', () => {
    const lastSignIn = { at: '2026-01-02T00:00:00.000Z', method: 'password+totp' as const, twoFactorVerified: true };
    const twoFactor = { status: 'enabled' as const, enabledAt: '2026-01-01T00:00:00.000Z' };
    expect(csvOf(['email'], [{ ...user('a@b.example', 'A'), lastSignIn, twoFactor }])).toContain(
      'enabled,2026-01-01T00:00:00.000Z,2026-01-02T00:00:00.000Z,password+totp,true',
    );
  });
});
