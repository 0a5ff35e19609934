import type { Departed, RestoredTables } from '../../shared/ports/lifecycle/restored-tables.ts';
import { append, copy, type State } from './state.ts';

/** A table as it was restored, or the newer one, which also knows who was deleted. */
export const restoredTables = (state: State, departed: Departed[] = []): RestoredTables => ({
  origin: async () => ({ isRestored: true, hasStream: true }),
  async *userIds() {
    yield* [...state.users.keys()];
  },
  async *departed() {
    yield* departed;
  },
  async access(userId) {
    const user = copy(state.users.get(userId));
    if (!user) return null;
    return {
      user,
      twoFactor: copy(state.twoFactors.get(userId)),
      recoveryCodes: copy(state.recoveryCodes.get(userId)),
    };
  },
  async removePassing() {
    const passing = [state.sessions, state.passwordTokens, state.setups, state.devices, state.replies, state.watches];
    const count = passing.reduce((sum, items) => sum + items.size, 0);
    for (const items of passing) items.clear();
    return count;
  },
  async heal({ user, recoveryCodes }, cure, event) {
    const found = state.users.get(user.id);
    if (found?.authVersion !== user.authVersion) return 'changed';
    const { authVersion, suspensions, invitations, passwordVersion, status, permissions } = cure;
    const healed = { authVersion, suspensions, invitations, passwordVersion, status, permissions, sessions: {} };
    state.users.set(user.id, { ...found, ...healed });
    const credential = state.credentials.get(user.email);
    if (cure.closesPassword && credential) {
      const { passwordHash: _, ...closed } = credential;
      state.credentials.set(user.email, { ...closed, passwordVersion });
    }
    const factor = state.twoFactors.get(user.id);
    if (cure.twoFactor && factor) {
      const { bypassCode: _, ...kept } = factor;
      state.twoFactors.set(user.id, { ...kept, ...cure.twoFactor, challenges: {} });
    }
    if (cure.withdrawsRecoveryCodes && recoveryCodes) {
      state.recoveryCodes.set(user.id, { ...recoveryCodes, codes: {} });
      append(state.events, user.id, event);
    }
    return 'healed';
  },
});
