import type { Credential } from '../../domain/entities/credential.ts';
import type { OwnChange } from './changes.ts';

export type Credentials = {
  find(email: string): Promise<Credential | null>;
  /** Replaces the hash, or writes nothing if the password changed in the meantime. */
  rehash(credential: Credential, passwordHash: string): Promise<void>;
  /** Sets a new password; ends the user's other sessions. */
  replace(change: OwnChange & { passwordHash: string }): Promise<'replaced' | 'done_before' | 'changed'>;
};
