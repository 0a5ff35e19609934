import type { RecoveryCodes, StoredRecoveryCode } from '../../domain/entities/recovery-codes.ts';
import type { OwnChange } from '../accounts/changes.ts';

export type RecoveryCodeSets = {
  get(userId: string): Promise<RecoveryCodes | null>;
  find(userId: string, hash: string): Promise<StoredRecoveryCode | null>;
  /** Replaces the whole set; ends the user's other sessions. */
  regenerate(
    change: OwnChange & { recoveryCodes: RecoveryCodes },
  ): Promise<'regenerated' | 'not_enabled' | 'done_before' | 'changed'>;
};
