import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../web/users/csv.ts';

const user = (email: string, name: string) => ({
  id: '00000000000000000000000000',
  email,
  name,
  permissions: [],
  status: 'active' as const,
  createdAt: '2026-01-01T00:00:00.000Z',
  twoFactor: { status: 'disabled' as const },
  lastSignIn: null,
});
const linesOf = (name: string) => csvOf(['email'], [user('a@b.example', name)]).split('\r\n');

describe('the CSV of users', () => {
  it('says that it is UTF-8, and ends every line as RFC 4180 has it', () => {
    expect(linesOf('Zoë')).toEqual(['\uFEFFemail', 'a@b.example,Zoë,active,disabled,,,,', '']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('makes text of the formula %j', (name) => {
    expect(linesOf(name)[1]).toContain(`,"'${name.replaceAll('"', '""')}",`.split('\r')[0]);
    expect(csvOf(['email'], [user('a@b.example', name)])).not.toMatch(/,"?\s*[=+\-@]/);
  });

  it('quotes what would break the line', () => {
    expect(linesOf('Smith, "Bo"')[1]).toContain(',"Smith, ""Bo""",');
  });

  it('tells how the last sign-in was verified', () => {
    const lastSignIn = { at: '2026-01-02T00:00:00.000Z', method: 'password+totp' as const, twoFactorVerified: true };
    const twoFactor = { status: 'enabled' as const, enabledAt: '2026-01-01T00:00:00.000Z' };
    expect(csvOf(['email'], [{ ...user('a@b.example', 'A'), lastSignIn, twoFactor }])).toContain(
      'enabled,2026-01-01T00:00:00.000Z,2026-01-02T00:00:00.000Z,password+totp,true',
    );
  });
});
