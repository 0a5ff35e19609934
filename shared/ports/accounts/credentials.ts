import type { Credential } from '../../domain/entities/credential.ts';
import type { OwnChange } from './changes.ts';

export type Credentials = {
  find(email: string): Promise<Credential | null>;
  /** Replaces the hash unless the password changed meanwhile: then nothing is written. */
  rehash(credential: Credential, passwordHash: string): Promise<void>;
  /** Another password; ends the user's other sessions. */
  replace(change: OwnChange & { passwordHash: string }): Promise<'replaced' | 'done_before' | 'changed'>;
};
