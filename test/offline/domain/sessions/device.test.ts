import { describe, expect, it } from 'vitest';
import { credentialName, isKnownForPassword, ownerName } from '../../../../shared/domain/sessions/device.ts';
import { NOW, newHash, newId } from '../../../fixtures.ts';

const credential = { email: 'ada@acme.example', userId: newId(), organizationId: newId(), passwordVersion: 2 };
const device = {
  ...{ hash: newHash(), owner: ownerName(credential.userId), deviceScope: credentialName(credential) },
  expiresAt: NOW + 1,
};

describe('a known device', () => {
  it('has its own count for the password that it signed in with', () => {
    expect(isKnownForPassword(device, credential, NOW)).toBe(true);
    expect(isKnownForPassword(device, { ...credential, passwordVersion: 3 }, NOW)).toBe(false);
  });

  it('that has passed the second factor keeps it under a new password', () => {
    const passed = { ...device, generation: 'g-1' };
    expect(isKnownForPassword(passed, { ...credential, passwordVersion: 3 }, NOW)).toBe(true);
  });

  it('is known to no other account, whatever it has passed, and no longer once it expires', () => {
    const passed = { ...device, generation: 'g-1' };
    for (const each of [device, passed]) {
      expect(isKnownForPassword(each, { ...credential, userId: newId() }, NOW)).toBe(false);
      expect(isKnownForPassword(each, credential, NOW + 1)).toBe(false);
    }
  });
});
