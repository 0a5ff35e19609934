import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { Failure } from '../domain/errors.ts';
import type { SecretBox, SecretPurpose } from '../ports/secret-box.ts';

const send = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    throw new Failure('temporarily_unavailable', { cause: error, retryAfter: 1 });
  }
};

const present = (bytes: Uint8Array | undefined): Uint8Array => {
  if (!bytes) throw new Failure('temporarily_unavailable');
  return bytes;
};

/**
 * Seals secrets with a KMS key under an encryption context that names the application, the purpose and the user. KMS
 * authenticates the context, so a ciphertext opens only where it belongs, and IAM limits each function to its own
 * purposes.
 */
export const kmsSecretBox = (
  client: Pick<KMSClient, 'send'>,
  { keyArn, app, purpose }: { keyArn: string; app: string; purpose: SecretPurpose },
): SecretBox => {
  const context = (userId: string) => ({ app, purpose, userId });
  return {
    async seal(userId, secret) {
      const command = new EncryptCommand({ KeyId: keyArn, Plaintext: secret, EncryptionContext: context(userId) });
      return present((await send(() => client.send(command))).CiphertextBlob);
    },
    async open(userId, sealed) {
      const command = new DecryptCommand({ KeyId: keyArn, CiphertextBlob: sealed, EncryptionContext: context(userId) });
      return present((await send(() => client.send(command))).Plaintext);
    },
  };
};
