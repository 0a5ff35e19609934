import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeStepAt } from '../../../../shared/domain/codes/totp.ts';
import type { User } from '../../../../shared/domain/entities/user.ts';
import { type Access, cureFor, UNREADABLE } from '../../../../shared/domain/restore/cure.ts';
import { aRecoveryCodeSet, aTwoFactor, aUser, NOW } from '../../../fixtures.ts';

const access = (given: Partial<User> = {}, also: Partial<Access> = {}): Access => ({
  user: aUser({ id: '01KAVD3ZZZ0000000000000001', email: 'ann@acme.example', ...given }),
  ...{ twoFactor: null, recoveryCodes: null, ...also },
});

describe('an account of a restored table', () => {
  it('gets versions that neither table had, so that no session, challenge or link of either is valid', () => {
    const version = fc.nat(50);
    const counters = fc.record({ authVersion: version, suspensions: version, invitations: version });
    fc.assert(
      fc.property(counters, counters, (was, is) => {
        const cure = cureFor(access(was), access(is), NOW);
        for (const name of ['authVersion', 'suspensions', 'invitations'] as const) {
          expect(cure[name]).toBeGreaterThan(Math.max(was[name], is[name]));
        }
      }),
    );
  });

  it('never gains anything from the newer table', () => {
    const states = fc.record({
      status: fc.constantFrom('active' as const, 'suspended' as const),
      permissions: fc.constantFrom<User['permissions']>([], ['users:manage']),
      passwordVersion: fc.nat(3),
    });
    fc.assert(
      fc.property(states, states, (was, is) => {
        const cure = cureFor(access(was), access(is), NOW);
        expect(cure.status === 'active').toBe(was.status === 'active' && is.status === 'active');
        expect(cure.permissions.length).toBe(Math.min(was.permissions.length, is.permissions.length));
        expect(cure.closesPassword).toBe(is.passwordVersion > was.passwordVersion);
      }),
    );
  });

  it('accepts no code that is valid now, and no table can lock anyone out with a step of its own', () => {
    const step = timeStepAt(NOW);
    const withStep = (lastTimeStep: number) => access({}, { twoFactor: aTwoFactor({ lastTimeStep }) });
    for (const [was, is] of [
      [step - 5, step - 2],
      [step - 5, step + 9_000_000],
      [step + 9, step],
    ] as const) {
      expect(cureFor(withStep(was), withStep(is), NOW).twoFactor?.lastTimeStep).toBe(step + 1);
    }
    expect(cureFor(withStep(step), null, NOW).twoFactor?.lastTimeStep).toBe(step + 1);
  });

  it('keeps the attempts that were spent since', () => {
    const [before, since] = [aTwoFactor(), aTwoFactor()];
    since.guesses.stranger.count = 4;
    before.guesses.stranger.inARow = 9;
    const cure = cureFor(access({}, { twoFactor: before }), access({}, { twoFactor: since }), NOW);
    expect(cure.twoFactor?.guesses.stranger).toMatchObject({ count: 4, inARow: 9 });
  });

  it('keeps its recovery codes only if the newer table has the very same ones', () => {
    const set = aRecoveryCodeSet();
    const [[used], ...rest] = Object.entries(set.codes) as [[string, unknown]];
    const replaced = { ...set, codes: Object.fromEntries([...rest, [`${used}x`, { slot: 0 }]]) };
    const withdraws = (newer: Access | null) =>
      cureFor(access({}, { recoveryCodes: set }), newer, NOW).withdrawsRecoveryCodes;
    expect(withdraws(access({}, { recoveryCodes: { ...set } }))).toBe(false);
    expect(withdraws(access({}, { recoveryCodes: replaced as typeof set }))).toBe(true);
    expect(withdraws(access())).toBe(true);
    expect(withdraws(null)).toBe(true);
    // Withdrawn already: the owner is not told a second time.
    const none = { ...set, codes: {} };
    expect(cureFor(access({}, { recoveryCodes: none }), null, NOW).withdrawsRecoveryCodes).toBe(false);
  });

  it.each([
    ['email_differs', access(), access({ email: 'ann@new.example' })],
    ['two_factor_was_on', access(), access({}, { twoFactor: aTwoFactor() })],
    ['two_factor_was_off', access({}, { twoFactor: aTwoFactor() }), access()],
    ['authenticator_differs', access({}, { twoFactor: aTwoFactor() }), access({}, { twoFactor: aTwoFactor() })],
  ])('is in doubt: %s', (doubt, restored, newer) => {
    expect(cureFor(restored, newer, NOW).doubts).toEqual([doubt]);
    expect(cureFor(restored, restored, NOW).doubts).toEqual([]);
    expect(cureFor(restored, null, NOW).doubts).toEqual([]);
  });

  it('is treated as at its worst if somebody has damaged it in the newer table', () => {
    const cure = cureFor(access({}, { recoveryCodes: aRecoveryCodeSet() }), UNREADABLE, NOW);
    expect(cure).toMatchObject({ closesPassword: true, withdrawsRecoveryCodes: true, doubts: ['newer_unreadable'] });
  });
});
