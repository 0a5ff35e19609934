import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

/*
 * A request that is sent again because its answer was lost (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header)
 * gets the same answer, and nothing is done twice. The answer contains secrets, so it is sealed under a key that only
 * the request itself can produce: it is derived from the request's token, its Idempotency-Key and its whole content.
 * The table contains only hashes of tokens, so no one who reads the table can open a stored answer.
 */

export type Idempotency = {
  /** The key under which an answer is kept: it depends on this token, this operation and this Idempotency-Key. */
  id: string;
  /** @param iv 12 random bytes */
  seal(reply: unknown, iv: Uint8Array): Uint8Array;
  /** The answer to this very request; null for one that was kept for another. */
  open(sealed: Uint8Array): unknown;
};

export const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

type Request = { key: string; token: string; operation: string; input: unknown };

export const idempotencyOf = ({ key, token, operation, input }: Request): Idempotency => {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', token, key, `${operation} ${purpose}`, 32));
  const said = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  const secret = derive(`reply ${said}`);
  return {
    id: derive('id').toString('base64url'),
    seal(reply, iv) {
      const cipher = createCipheriv(CIPHER, secret, iv);
      const sealed = Buffer.concat([cipher.update(JSON.stringify(reply)), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      try {
        const iv = sealed.subarray(0, IV_BYTES);
        const decipher = createDecipheriv(CIPHER, secret, iv, { authTagLength: TAG_BYTES });
        decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
        return JSON.parse(text.toString());
      } catch {
        return null;
      }
    },
  };
};
