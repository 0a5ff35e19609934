import type { TwoFactorStatus } from '../domain/fields.ts';
import { partitions } from './schema.ts';

/**
 * All keys of the table, and nowhere else.
 *
 * | entity        | pk                      | sk                        | gsi1pk                             | gsi1sk  |
 * |---------------|-------------------------|---------------------------|------------------------------------|---------|
 * | Organization  | ORG#<orgId>             | ORGANIZATION              |                                    |         |
 * | Logo          | LOGO#<orgId>            | <sha256>                  |                                    |         |
 * | Administrators | ADMINS#<orgId>         | ADMINISTRATORS            |                                    |         |
 * | Adoption      | ADOPTION#<orgId>        | SHARD#<n>                 |                                    |         |
 * | AdoptionDay   | ADOPTION#<orgId>        | DAY#<yyyy-mm-dd>          |                                    |         |
 * | Credential    | EMAIL#<canonical email> | CREDENTIAL                |                                    |         |
 * | User          | USER#<userId>           | PROFILE                   | ORG#<orgId>#2FA#enabled\|disabled   | <email> |
 * | TwoFactor     | FACTOR#<userId>         | TWO_FACTOR                |                                    |         |
 * | RecoveryCodes | CODES#<userId>          | RECOVERY_CODES            |                                    |         |
 * | Setup         | SETUP#<userId>          | SETUP                     |                                    |         |
 * | Session       | SESSION#<userId>        | <sha256>                  |                                    |         |
 * | PasswordToken | TOKEN#<userId>          | <sha256>                  |                                    |         |
 * | SignIn        | SIGN_IN#<userId>        | <ulid>                    |                                    |         |
 * | SecurityEvent | EVENT#<userId>          | <ulid>                    |                                    |         |
 * | Notice        | NOTICE#<userId>         | <mail>#<sha256>           |                                    |         |
 * | IdempotencyRecord     | REPLY#<hash>            | REPLY                     |                                    |         |
 * | ResetRequest  | RESET#<ulid>            | RESET                     |                                    |         |
 * | Watch         | WATCH#<minute>#<n>      | <userId>                  |                                    |         |
 * | Looked        | WATCH#LOOKED            | LOOKED                    |                                    |         |
 * | Throttle      | THROTTLE#<kind>#<sha256> | THROTTLE                 |                                    |         |
 * | DeletedUser   | DELETED#<userId>        | DELETED                   |                                    |         |
 * | Erasure       | ERASURE#                | <ulid>                    |                                    |         |
 *
 * A user's items are split into partitions by how sensitive they are: `dynamodb:LeadingKeys` is the only thing that IAM
 * can hold a function to, so a function that may touch sessions must not find secrets, password links or profiles there.
 */
export type Key = { pk: string; sk: string };

export const organizationKey = (id: string): Key => ({ pk: partitions.organization + id, sk: 'ORGANIZATION' });
/** Apart from the organization, which every sign-in reads: a logo is large, and anyone may have it. */
export const logoKey = (organizationId: string, logoId: string): Key => ({
  pk: partitions.logo + organizationId,
  sk: logoId,
});
/** The active administrators of an organization: a change of rights concerns them, and they may not all be removed. */
export const administratorsKey = (organizationId: string): Key => ({
  pk: partitions.administrators + organizationId,
  sk: 'ADMINISTRATORS',
});
export const adoptionKey = (organizationId: string, shard: number): Key => ({
  pk: partitions.adoption + organizationId,
  sk: `SHARD#${shard}`,
});
export const ADOPTION_DAY_PREFIX = 'DAY#';
export const adoptionDayKey = (organizationId: string, day: string): Key => ({
  pk: partitions.adoption + organizationId,
  sk: `${ADOPTION_DAY_PREFIX}${day}`,
});
export const credentialKey = (email: string): Key => ({ pk: partitions.credential + email, sk: 'CREDENTIAL' });
export const userKey = (userId: string): Key => ({ pk: partitions.user + userId, sk: 'PROFILE' });
export const twoFactorKey = (userId: string): Key => ({ pk: partitions.twoFactor + userId, sk: 'TWO_FACTOR' });
export const recoveryCodesKey = (userId: string): Key => ({
  pk: partitions.recoveryCodes + userId,
  sk: 'RECOVERY_CODES',
});
export const setupKey = (userId: string): Key => ({ pk: partitions.setup + userId, sk: 'SETUP' });
export const sessionKey = (userId: string, hash: string): Key => ({ pk: partitions.session + userId, sk: hash });
export const passwordTokenKey = (userId: string, hash: string): Key => ({
  pk: partitions.passwordToken + userId,
  sk: hash,
});
export const signInKey = (userId: string, id: string): Key => ({ pk: partitions.signIn + userId, sk: id });
export const eventKey = (userId: string, id: string): Key => ({ pk: partitions.event + userId, sk: id });
/** When the owner was last sent this mail about the same thing. */
export const noticeKey = (userId: string, mail: string, hash: string): Key => ({
  pk: partitions.notice + userId,
  sk: `${mail}#${hash}`,
});

/** Kept apart from the user's own items: a function that may look up answers may not read those. */
export const idempotencyRecordKey = (id: string): Key => ({ pk: partitions.idempotencyRecord + id, sk: 'REPLY' });

/**
 * Grouped by the minute of expiry and spread over shards; one for each user and minute, however many sign-ins are
 * started.
 */
export const watchKey = (minute: number, shard: number, userId: string): Key => ({
  pk: `${partitions.watch}${minute}#${shard}`,
  sk: userId,
});
/** Until when the watches have been looked at: one for the whole table. */
export const lookedKey = (): Key => ({ pk: `${partitions.watch}LOOKED`, sk: 'LOOKED' });
export const resetRequestKey = (id: string): Key => ({ pk: partitions.resetRequest + id, sk: 'RESET' });

/** What remains of a deleted user: that there was one, and when they went. A restore of older data looks here. */
export const deletedUserKey = (userId: string): Key => ({ pk: partitions.deletedUser + userId, sk: 'DELETED' });
/** One partition for all that is pending: deletions are rare, and each stays only for minutes. */
export const erasureKey = (id: string): Key => ({ pk: partitions.erasure, sk: id });

export type ThrottleKind = 'source' | 'account' | 'device' | 'budget';
/** Stored as a hash: email and network addresses should not be visible to anyone reading keys. */
export const throttleKey = (kind: ThrottleKind, hash: string): Key => ({
  pk: `${partitions.throttle}${kind}#${hash}`,
  sk: 'THROTTLE',
});

/** gsi1 and gsi2: the partition of an organization's users with one 2FA status. */
export const usersByTwoFactor = (organizationId: string, status: TwoFactorStatus): string =>
  `${partitions.organization}${organizationId}#2FA#${status}`;

/** The user whose item it is, or the user whom an index entry (keys only) refers to. */
export const userIdOf = ({ pk }: Key): string => pk.slice(pk.indexOf('#') + 1);
