/** The purpose of a secret: part of the encryption context, which the key policies and each function's grants name. */
export type SecretPurpose = 'totp-secret' | 'recovery-code' | 'bypass-code';

/** Seals small secrets for one purpose and one user; a ciphertext moved to another user does not open. */
export type SecretBox = {
  seal(userId: string, secret: Uint8Array): Promise<Uint8Array>;
  open(userId: string, sealed: Uint8Array): Promise<Uint8Array>;
};
