import * as keys from '../../shared/store/keys.ts';

type Key = keys.Key;
export type KeyMaker = Extract<keyof typeof keys, `${string}Key`>;

/** Stands for a number in a key. */
const n = '<n>' as unknown as number;
const minute = '<minute>' as unknown as number;

/**
 * Every kind of item, by the function that makes its key: an example key with the names of its parts, and the item's
 * contents.
 */
export const entities: Record<KeyMaker, { name: string; key: Key; carries: string }> = {
  organizationKey: {
    name: 'Organization',
    key: keys.organizationKey('<orgId>'),
    carries:
      'the name that authenticator apps show, the two-factor policy, the domains that it may invite, colors, contact and links of its pages',
  },
  logoKey: {
    name: 'Logo',
    key: keys.logoKey('<orgId>', '<sha256>'),
    carries: 'an image that the organization’s pages and mails show; one that was replaced expires after a year',
  },
  administratorsKey: {
    name: 'Administrators',
    key: keys.administratorsKey('<orgId>'),
    carries: 'who may manage users and is active: the people whom a change of rights concerns',
  },
  adoptionKey: {
    name: 'Adoption',
    key: keys.adoptionKey('<orgId>', n),
    carries: 'how many users have 2FA on and off; each of the 16 shards counts a share of the users',
  },
  adoptionDayKey: {
    name: 'AdoptionDay',
    key: keys.adoptionDayKey('<orgId>', '<yyyy-mm-dd>'),
    carries: 'the same count at the end of a day on which it changed',
  },
  credentialKey: {
    name: 'Credential',
    key: keys.credentialKey('<canonical email>'),
    carries: 'user, organization, argon2id hash, password version',
  },
  deletedUserKey: {
    name: 'DeletedUser',
    key: keys.deletedUserKey('<userId>'),
    carries: 'when the user was deleted and by whom; nothing that identifies them',
  },
  erasureKey: {
    name: 'Erasure',
    key: keys.erasureKey('<ulid>'),
    carries: 'who still has to be told of a deletion, until that is done',
  },
  userKey: {
    name: 'User',
    key: keys.userKey('<userId>'),
    carries: `profile, permissions, authVersion, last sign-in, live sessions; \`gsi1pk\` is \`${keys.usersByTwoFactor('<orgId>', '<status>' as 'enabled')}\`, \`gsi1sk\` is \`<email>\``,
  },
  twoFactorKey: {
    name: 'TwoFactor',
    key: keys.twoFactorKey('<userId>'),
    carries: 'sealed secret, last time step, generation, live challenges with their attempts, a bypass code',
  },
  recoveryCodesKey: {
    name: 'RecoveryCodes',
    key: keys.recoveryCodesKey('<userId>'),
    carries: 'the whole set, sealed as one, and for each code that works its SHA-256 and its place',
  },
  setupKey: { name: 'Setup', key: keys.setupKey('<userId>'), carries: 'pending secret, attempts, expiry' },
  sessionKey: {
    name: 'Session',
    key: keys.sessionKey('<userId>', '<sha256>'),
    carries: 'times, method, authVersion, client',
  },
  passwordTokenKey: {
    name: 'PasswordToken',
    key: keys.passwordTokenKey('<userId>', '<sha256>'),
    carries: 'purpose, expiry, the versions of the user that it belongs to',
  },
  signInKey: {
    name: 'SignIn',
    key: keys.signInKey('<userId>', '<ulid>'),
    carries: 'when, from where, method, whether a second factor verified it',
  },
  eventKey: {
    name: 'SecurityEvent',
    key: keys.eventKey('<userId>', '<ulid>'),
    carries: 'what happened, who did it, why',
  },
  noticeKey: {
    name: 'Notice',
    key: keys.noticeKey('<userId>', '<mail>', '<sha256>'),
    carries: 'when the owner was last sent the same news',
  },
  resetRequestKey: {
    name: 'ResetRequest',
    key: keys.resetRequestKey('<ulid>'),
    carries:
      'that someone asked to reset the password of an address, with an account or not, or guessed until its password was closed',
  },
  watchKey: {
    name: 'Watch',
    key: keys.watchKey(minute, n, '<userId>'),
    carries: 'that an unknown device began a challenge, to be looked at once it has expired',
  },
  lookedKey: { name: 'Looked', key: keys.lookedKey(), carries: 'until when all watches have been looked at' },
  idempotencyRecordKey: {
    name: 'IdempotencyRecord',
    key: keys.idempotencyRecordKey('<hash>'),
    carries: 'an answer for whoever sends the same request again, sealed under a key that only the request gives',
  },
  throttleKey: {
    name: 'Throttle',
    key: keys.throttleKey('<kind>' as keys.ThrottleKind, '<sha256>'),
    carries: 'what has been used up of a limit, or a known device with its own counter',
  },
};
