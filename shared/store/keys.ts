/**
 * All keys of the table, and nowhere else.
 *
 * | entity        | pk                      | sk                        | gsi1pk                             | gsi1sk  |
 * |---------------|-------------------------|---------------------------|------------------------------------|---------|
 * | Organization  | ORG#<orgId>             | ORGANIZATION              |                                    |         |
 * | Adoption      | ADOPTION#<orgId>        | SHARD#<n>                 |                                    |         |
 * | AdoptionDay   | ADOPTION#<orgId>        | DAY#<yyyy-mm-dd>          |                                    |         |
 * | Credential    | EMAIL#<canonical email> | CREDENTIAL                |                                    |         |
 * | User          | USER#<userId>           | PROFILE                   | ORG#<orgId>#2FA#enabled\|disabled   | <email> |
 * | TwoFactor     | USER#<userId>           | TWO_FACTOR                |                                    |         |
 * | RecoveryCodes | USER#<userId>           | RECOVERY_CODES            |                                    |         |
 * | Setup         | USER#<userId>           | SETUP                     |                                    |         |
 * | Session       | USER#<userId>           | SESSION#<sha256>          |                                    |         |
 * | PasswordToken | USER#<userId>           | PASSWORD_TOKEN#<sha256>   |                                    |         |
 * | SignIn        | USER#<userId>           | SIGN_IN#<ulid>            |                                    |         |
 * | SecurityEvent | USER#<userId>           | EVENT#<ulid>              |                                    |         |
 * | KeptReply     | REPLY#<hash>            | REPLY                     |                                    |         |
 * | ResetRequest  | RESET#<ulid>            | RESET                     |                                    |         |
 * | Watch         | WATCH#<minute>#<n>      | <userId>#<sha256>         |                                    |         |
 * | Throttle      | THROTTLE#<kind>#<sha256> | THROTTLE                 |                                    |         |
 */
export type Key = { pk: string; sk: string };
export type TwoFactorStatus = 'enabled' | 'disabled';

const ofUser = (userId: string, sk: string): Key => ({ pk: `USER#${userId}`, sk });

export const SIGN_IN_PREFIX = 'SIGN_IN#';
export const EVENT_PREFIX = 'EVENT#';

export const organizationKey = (id: string): Key => ({ pk: `ORG#${id}`, sk: 'ORGANIZATION' });
export const adoptionKey = (organizationId: string, shard: number): Key => ({
  pk: `ADOPTION#${organizationId}`,
  sk: `SHARD#${shard}`,
});
export const ADOPTION_DAY_PREFIX = 'DAY#';
export const adoptionDayKey = (organizationId: string, day: string): Key => ({
  pk: `ADOPTION#${organizationId}`,
  sk: `${ADOPTION_DAY_PREFIX}${day}`,
});
export const credentialKey = (email: string): Key => ({ pk: `EMAIL#${email}`, sk: 'CREDENTIAL' });
export const userKey = (userId: string): Key => ofUser(userId, 'PROFILE');
export const twoFactorKey = (userId: string): Key => ofUser(userId, 'TWO_FACTOR');
export const recoveryCodesKey = (userId: string): Key => ofUser(userId, 'RECOVERY_CODES');
export const setupKey = (userId: string): Key => ofUser(userId, 'SETUP');
export const sessionKey = (userId: string, hash: string): Key => ofUser(userId, `SESSION#${hash}`);
export const passwordTokenKey = (userId: string, hash: string): Key => ofUser(userId, `PASSWORD_TOKEN#${hash}`);
export const signInKey = (userId: string, id: string): Key => ofUser(userId, `${SIGN_IN_PREFIX}${id}`);
export const eventKey = (userId: string, id: string): Key => ofUser(userId, `${EVENT_PREFIX}${id}`);

/** Apart from the user's own items: who may look for answers may not read those. */
export const keptReplyKey = (id: string): Key => ({ pk: `REPLY#${id}`, sk: 'REPLY' });

/** By the minute in which it is over, spread: many may be over in one. */
export const watchKey = (minute: number, shard: number, userId: string, hash: string): Key => ({
  pk: `WATCH#${minute}#${shard}`,
  sk: `${userId}#${hash}`,
});
export const RESET_PREFIX = 'RESET#';
export const resetRequestKey = (id: string): Key => ({ pk: `${RESET_PREFIX}${id}`, sk: 'RESET' });

export type ThrottleKind = 'source' | 'account' | 'device';
/** Under a hash: addresses of mailboxes and machines are nobody's business who reads keys. */
export const throttleKey = (kind: ThrottleKind, hash: string): Key => ({
  pk: `THROTTLE#${kind}#${hash}`,
  sk: 'THROTTLE',
});

/** gsi1: the partition of an organization's users with one 2FA status. */
export const usersByTwoFactor = (organizationId: string, status: TwoFactorStatus): string =>
  `ORG#${organizationId}#2FA#${status}`;

/** The user id that an index entry, projected as keys only, speaks of. */
export const userIdOf = (key: Key): string => key.pk.slice('USER#'.length);
