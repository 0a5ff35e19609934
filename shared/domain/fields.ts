import * as z from 'zod/mini';
import { canonicalCode, plainCode } from './codes/typed-code.ts';
import { canonicalEmail, canonicalEmailPrefix, emailFault } from './email.ts';
import type { Fault } from './errors.ts';
import { lineFault } from './passwords/line.ts';

/**
 * The fields that people type, parsed the same way by the API and the pages. Each schema accepts what a person would
 * reasonably enter and passes on the one canonical form.
 */

export { canonicalEmail };

/** A check that says what is wrong. */
export const faultless = (faultOf: (text: string) => Fault | undefined) =>
  z.check<string>(({ value, issues }) => {
    const fault = faultOf(value);
    if (fault) issues.push({ code: 'custom', message: fault.detail, params: fault, input: value });
  });

/** What an issue says: in the words and with the code of our own checks, else in the parser's words. */
export const faultOfIssue = (issue: z.core.$ZodIssue): Fault =>
  issue.code === 'custom' ? { ...(issue.params as Partial<Fault>), detail: issue.message } : { detail: issue.message };

/** Longer than any address: the domain may have been typed in another form. */
const LONGEST_TYPED_EMAIL = 1_000;

export const Email = z.pipe(
  z.pipe(z.string().check(z.maxLength(LONGEST_TYPED_EMAIL)), z.transform(canonicalEmail)),
  z.string().check(faultless(emailFault)),
);

/** Whether a text is an address in its canonical form. */
export const isCanonicalEmail = (text: string): boolean => {
  const result = z.safeParse(Email, text);
  return result.success && result.data === text;
};

/** A prefix of an address, for the user list: it has no format to check, but the same canonical form. */
export const EmailPrefix = z.pipe(
  z.pipe(z.string().check(z.maxLength(254)), z.transform(canonicalEmailPrefix)),
  // Checked again because NFC expands some characters into several.
  z.string().check(z.maxLength(254)),
);

const LONGEST_SEARCH = 100;
/** What an administrator types to find someone: the start of an address, or of any word of a name. */
export const Search = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(LONGEST_SEARCH)),
    z.transform((typed: string) => typed.normalize('NFC').trim().toLowerCase()),
  ),
  z.string().check(z.minLength(1), z.maxLength(LONGEST_SEARCH)),
);

/** One line of text with something visible in it and nothing that affects the text around it. */
export const line = (longest: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(4 * longest)),
      z.transform((typed: string) => typed.normalize('NFC').trim()),
    ),
    z.string().check(z.minLength(1), z.maxLength(longest), faultless(lineFault)),
  );
export const Name = line(100);
/** An administrator's reason: people who read the history later were not there. */
export const Reason = line(300);

/** Any string at all: its rules are in the password policy, and a sign-in must reveal nothing beyond "wrong". */
export const Password = z.string().check(
  z.minLength(1),
  z.maxLength(1024),
  // A lone surrogate has no bytes of its own, so all such passwords would have the same hash.
  z.refine((password: string) => password.isWellFormed(), 'This is not well-formed text'),
);

/** Six digits of any script; people type them with spaces and hyphens, as their app shows them. */
export const TotpCode = z.pipe(
  z.pipe(z.string().check(z.maxLength(64)), z.transform(plainCode)),
  z.string().check(z.regex(/^\d{6}$/, 'Enter the 6 digits that your authenticator app shows')),
);

const CROCKFORD = '[0-9A-HJKMNP-TV-Z]';
const crockfordCode = (length: number, detail: string) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(100)),
      z.transform((typed: string) => canonicalCode(typed, length)),
    ),
    z.string().check(z.regex(new RegExp(`^${CROCKFORD}{${length}}$`), detail)),
  );

const RECOVERY_CODE_LENGTH = 24;
export const canonicalRecoveryCode = (typed: string): string => canonicalCode(typed, RECOVERY_CODE_LENGTH);
export const RecoveryCode = crockfordCode(RECOVERY_CODE_LENGTH, 'A recovery code has 24 letters and digits');
export const BypassCode = crockfordCode(RECOVERY_CODE_LENGTH, 'A bypass code has 24 letters and digits');

/** Whether an address is in one of these domains. Without any domains, every address is. */
export const isInDomains = (email: string, domains: string[] | undefined): boolean =>
  domains === undefined || domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1));

/** A lower-case ULID. */
export const ID_PATTERN = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
export const Id = z.string().check(z.regex(ID_PATTERN));

/** An Idempotency-Key: a UUID or something equally hard to guess. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{16,64}$/;

export const userStatuses = ['active', 'suspended'] as const;
export const twoFactorStatuses = ['enabled', 'disabled'] as const;
export type TwoFactorStatus = (typeof twoFactorStatuses)[number];

export const permissions = ['users:manage'] as const;
export const Permission = z.enum(permissions);
export type Permission = z.infer<typeof Permission>;

/** A KMS ciphertext. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
