import { describe, expect, it } from 'vitest';
import { anOwnChange, aRecoveryCodeSet, aSetup, aTwoFactor, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser, enrolledUser, signedInUser } from './enrolled.ts';

export const adoptionSuite = (stores: Stores): void => {
  const enable = async (organizationId: string) => {
    const { user, session } = await signedInUser(stores, { organizationId });
    const setup = aSetup();
    await stores.setups.put(user.id, setup);
    const made = { twoFactor: aTwoFactor({ generation: setup.setupId }), recoveryCodes: aRecoveryCodeSet() };
    const enable = () =>
      stores.twoFactors.enable({
        ...anOwnChange(user, session, 'two_factor_enabled'),
        ...{ setup, replaced: null, ...made },
      });
    // Twice at once: it is counted as often as it happens.
    return Promise.all([enable(), enable()]);
  };

  describe('adoption', () => {
    it('of an organization without users is zero', async () => {
      expect(await stores.adoptions.get(newId())).toEqual({ enabled: 0, disabled: 0 });
    });

    it('is exact, however many enable at once, and counts what happened, not what was tried', async () => {
      const organizationId = newId();
      await Promise.all(Array.from({ length: 12 }, () => enable(organizationId)));
      await Promise.all(Array.from({ length: 5 }, () => createdUser(stores, { organizationId })));
      expect(await stores.adoptions.get(organizationId)).toEqual({ enabled: 12, disabled: 5 });
    });

    it('goes back when 2FA is disabled, once', async () => {
      const organizationId = newId();
      const { user, session } = await enrolledUser(stores, { organizationId });
      const disable = () => stores.twoFactors.disable(anOwnChange(user, session, 'two_factor_disabled'));
      await Promise.all([disable(), disable()]);
      expect(await stores.adoptions.get(organizationId)).toEqual({ enabled: 0, disabled: 1 });
    });

    it('stays when an authenticator is replaced', async () => {
      const organizationId = newId();
      const { user, session, twoFactor: replaced } = await enrolledUser(stores, { organizationId });
      const setup = aSetup();
      await stores.setups.put(user.id, setup);
      const made = { twoFactor: aTwoFactor({ generation: setup.setupId }), recoveryCodes: aRecoveryCodeSet() };
      const change = { ...anOwnChange(user, session, 'two_factor_replaced'), setup, replaced, ...made };
      expect(await stores.twoFactors.enable(change)).toBe('enabled');
      expect(await stores.adoptions.get(organizationId)).toEqual({ enabled: 1, disabled: 0 });
    });
  });
};
