import * as z from 'zod/mini';
import { twoFactorPolicyModes } from '../domain/entities/organization.ts';
import { linkPurposes } from '../domain/entities/password-token.ts';
import { methods } from '../domain/entities/sign-in.ts';
import { securityEventTypes } from '../domain/events/security-event.ts';
import { Id, Permission, userStatuses } from '../domain/fields.ts';
import { isTimeZone, languageTags } from '../domain/languages.ts';
import { Place } from '../domain/sessions/place.ts';
import { userStates } from '../domain/user-list.ts';
import { RFC_3339, utcTime } from './rfc-3339.ts';

/* The shapes that more than one operation returns. The names are the contract's. */

/** A time in an answer: always UTC. */
export const Timestamp = z.iso.datetime();
/** A time in a request: RFC 3339 with any offset, passed on in UTC. */
export const SentTimestamp = z.pipe(
  z.pipe(z.stringFormat('date-time', RFC_3339, 'Use a time like 2027-03-01T09:00:00+02:00'), z.transform(utcTime)),
  z.string().check(
    z.refine((time: string) => time !== '', {
      message: 'There is no such day or time',
      abort: true,
    }),
    z.refine((time: string) => /^[2-9]\d{3}-/.test(time), 'Use a year from 2000 to 9999'),
  ),
);
export const LONGEST_ZONE = 64;
/** A name of the IANA time zone database. */
export const TimeZone = z
  .string()
  .check(z.maxLength(LONGEST_ZONE), z.refine(isTimeZone, 'Use a time zone like Europe/Berlin'));

export const Method = z.enum(methods);

export const TwoFactorStatus = z.object({
  status: z.enum(['disabled', 'enabled']),
  enabledAt: z.optional(Timestamp),
});

const LastSignIn = z.nullable(z.object({ at: Timestamp, method: Method, twoFactorVerified: z.boolean() }));

/** What an organization requires of its users. `requiredFrom` goes with `required`. */
export const TwoFactorPolicy = z.object({
  mode: z.enum(twoFactorPolicyModes),
  requiredFrom: z.optional(Timestamp),
});

export const Account = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  /** Of the pages and mails, once the owner has chosen them. */
  language: z.optional(z.enum(languageTags)),
  timeZone: z.optional(z.string()),
  /** Whether administrators may send reminders to turn on 2FA. */
  reminders: z.boolean(),
  organization: z.object({ id: Id, name: z.string(), twoFactorPolicy: z.optional(TwoFactorPolicy) }),
  permissions: z.array(Permission),
  twoFactor: TwoFactorStatus,
  lastSignIn: LastSignIn,
});

export const User = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  permissions: z.array(Permission),
  status: z.enum(userStatuses),
  state: z.enum(userStates),
  createdAt: Timestamp,
  remindedAt: z.optional(Timestamp),
  twoFactor: TwoFactorStatus,
  lastSignIn: LastSignIn,
});

export const Session = z.object({ token: z.optional(z.string()), expiresAt: Timestamp, method: Method });

/** A device that has signed in before has its own counter of failures; its token grants nothing. */
export const Device = z.object({ token: z.optional(z.string()), expiresAt: Timestamp });

export const SignedIn = z.object({
  status: z.literal('signed_in'),
  session: Session,
  device: z.optional(Device),
  user: Account,
});

export const TwoFactorRequired = z.object({
  status: z.literal('two_factor_required'),
  challenge: z.object({
    token: z.optional(z.string()),
    expiresAt: Timestamp,
    id: z.string(),
    methods: z.array(z.enum(['totp', 'recovery_code'])),
    organizationId: Id,
  }),
});

export const SignIn = z.object({
  at: Timestamp,
  method: Method,
  twoFactorVerified: z.boolean(),
  ip: z.string(),
  userAgent: z.string(),
  place: z.optional(Place),
});

export const SignInPage = z.object({ signIns: z.array(SignIn), nextCursor: z.optional(z.string()) });
/** `used`: how many codes of the set have ever been used; each was replaced, so those listed all work. */
export const RecoveryCodeSet = z.object({
  recoveryCodes: z.array(z.string()),
  generatedAt: Timestamp,
  used: z.int(),
});
/** A change that ends the other sessions gives this one a new token. */
export const SessionRotated = z.object({ session: Session });
export const SessionEntry = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  ip: z.string(),
  userAgent: z.string(),
  place: z.optional(Place),
  method: Method,
});

/**
 * What happened to an account. `actor` is its owner, an administrator of the organization, the operator of the
 * deployment, or unknown.
 */
export const Event = z.object({
  at: Timestamp,
  type: z.enum(securityEventTypes),
  actor: z.enum(['owner', 'administrator', 'operator', 'stranger', 'link_holder']),
  actorId: z.optional(Id),
  ip: z.optional(z.string()),
  userAgent: z.optional(z.string()),
  place: z.optional(Place),
  reason: z.optional(z.string()),
  permissions: z.optional(z.array(Permission)),
  link: z.optional(z.enum(linkPurposes)),
  newEmail: z.optional(z.string()),
  previousEmail: z.optional(z.string()),
  aboutId: z.optional(Id),
});
export const EventPage = z.object({ events: z.array(Event), nextCursor: z.optional(z.string()) });
export const Invitation = z.object({ url: z.string(), expiresAt: Timestamp });

/** Accepts any text: an id that cannot exist gets the same answer as one that does not. */
export const UserId = z.object({ userId: z.string() });
