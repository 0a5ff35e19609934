import * as z from 'zod/mini';

/**
 * The fields that people type, parsed the same way by the API and the pages. Each schema accepts what a person would
 * reasonably enter and hands on the one canonical form.
 */

/** Canonical form of an address: NFC and lower case, so that one mailbox is one account. */
export const canonicalEmail = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

export const Email = z.pipe(
  z.string().check(z.maxLength(254)),
  z.pipe(z.transform(canonicalEmail), z.email().check(z.maxLength(254))),
);

/** Whether a text is an address in its canonical form. */
export const isCanonicalEmail = (text: string): boolean => {
  const result = z.safeParse(Email, text);
  return result.success && result.data === text;
};

/** A prefix of an address, for the user list: no format to hold it to, but the same canonical form. */
export const EmailPrefix = z.pipe(
  z.pipe(z.string().check(z.maxLength(254)), z.transform(canonicalEmail)),
  // Again: NFC makes some characters into more than one.
  z.string().check(z.maxLength(254)),
);

const controlCharacters = /\p{Cc}/u;
const visible = /[^\p{C}\p{Z}]/u;
/** One line of text, with something to see in it. */
const line = (longest: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(4 * longest)),
      z.transform((typed: string) => typed.normalize('NFC').trim()),
    ),
    z.string().check(
      z.minLength(1),
      z.maxLength(longest),
      z.refine((text: string) => !controlCharacters.test(text), 'Control characters are not allowed'),
      z.refine((text: string) => text.isWellFormed() && visible.test(text), 'Use at least one visible character'),
    ),
  );
export const Name = line(100);
/** Why an administrator did it: whoever reads the history later was not there. */
export const Reason = line(300);

/** Any string at all: its rules are the password policy's, and a sign-in must not tell more than "wrong". */
export const Password = z.string().check(
  z.minLength(1),
  z.maxLength(1024),
  // Half a character has no bytes of its own: all such passwords would hash alike.
  z.refine((password: string) => password.isWellFormed(), 'This is not well-formed text'),
);

/** Six digits; people type them with spaces and hyphens, as their app shows them. */
export const TotpCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(32)),
    z.transform((typed: string) => typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')),
  ),
  z.string().check(z.regex(/^\d{6}$/, 'Enter the 6 digits that your authenticator app shows')),
);

/** Crockford base32 forgives case, spaces, dashes and the letters I, L and O that are read for 1, 1 and 0. */
export const canonicalRecoveryCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');

export const RecoveryCode = z.pipe(
  z.pipe(z.string().check(z.maxLength(100)), z.transform(canonicalRecoveryCode)),
  z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{24}$/, 'A recovery code has 24 letters and digits')),
);

export const OneTimePass = z.pipe(
  z.pipe(z.string().check(z.maxLength(100)), z.transform(canonicalRecoveryCode)),
  z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{24}$/, 'A one-time pass has 24 letters and digits')),
);

/** Whether an address is in one of these domains; without any, every address is. */
export const isInDomains = (email: string, domains: string[] | undefined): boolean =>
  domains === undefined || domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1));

/** A lower-case ULID. */
export const ID_PATTERN = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
export const Id = z.string().check(z.regex(ID_PATTERN));

/** An Idempotency-Key: a UUID, or as good. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{16,64}$/;

export const permissions = ['users:manage'] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

/** A KMS ciphertext. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
