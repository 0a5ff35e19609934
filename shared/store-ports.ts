import type { Credential } from './domain/entities/credential.ts';
import type { KeptReply } from './domain/entities/kept-reply.ts';
import type { Organization, TwoFactorPolicy } from './domain/entities/organization.ts';
import type { PasswordToken } from './domain/entities/password-token.ts';
import type { SecurityEvent } from './domain/entities/security-event.ts';
import type { Session } from './domain/entities/session.ts';
import type { SignIn } from './domain/entities/sign-in.ts';
import type { TwoFactor } from './domain/entities/two-factor.ts';
import type { User } from './domain/entities/user.ts';
import type { Instant } from './domain/instant.ts';
import type { SecondFactorProof } from './factor-ports.ts';

/*
 * What the use cases need of the table. A method is one intent and one write: its conditions are inside, what they found
 * is its result, and anything else that goes wrong is a Failure `temporarily_unavailable`.
 */

export type Organizations = {
  get(id: string): Promise<Organization | null>;
  create(organization: Organization): Promise<void>;
  /** The event stands in the history of the administrator. */
  setTwoFactorPolicy(change: {
    organizationId: string;
    policy: TwoFactorPolicy;
    actor: User;
    event: SecurityEvent;
  }): Promise<'set' | 'not_found' | ActorGone>;
  /** The domains that it may invite; none: any. */
  setDomains(organizationId: string, domains: string[]): Promise<'set' | 'not_found'>;
  /** The ids of its active administrators. */
  administrators(organizationId: string): Promise<string[]>;
};

/** What the holder of a session does to their own account: its token changes, and every other session ends. */
export type OwnChange = {
  user: User;
  session: Session;
  /** The same session under its next token. */
  rotated: Session;
  event: SecurityEvent;
  /** The answer, for whoever asks the same again. */
  reply?: KeptReply | undefined;
  now: Instant;
};

/**
 * What an administrator does to an account. That they still are one, as they were authenticated, is a condition of the
 * write itself; null: whoever holds the keys of the deployment.
 */
export type ByAdministrator = { actor: User | null; user: User; reply?: KeptReply | undefined; now: Instant };
/** The administrator is none any more, or their session was ended since. */
export type ActorGone = 'actor_gone';

export type Credentials = {
  find(email: string): Promise<Credential | null>;
  /** Replaces the hash unless the password changed meanwhile: then nothing is written. */
  rehash(credential: Credential, passwordHash: string): Promise<void>;
  /** Another password; ends the user's other sessions. */
  replace(change: OwnChange & { passwordHash: string }): Promise<'replaced' | 'done_before' | 'changed'>;
};

export type UserPage = { organizationId: string; twoFactor?: 'enabled' | 'disabled'; prefix: string; limit: number };

export type Users = {
  get(userId: string): Promise<User | null>;
  /** The page's users by email, and the email to go on after, if there are more. */
  page(page: UserPage & { after?: string }): Promise<{ users: User[]; next?: string }>;
  /** `done_before`: an answer is kept under the same id, so this was done, or something else was under its key. */
  create(
    made: ByAdministrator & { invitation: PasswordToken; event: SecurityEvent },
  ): Promise<'created' | 'email_taken' | 'done_before' | ActorGone>;
  /** In the order of the ids; null where there is no such user. */
  many(userIds: string[]): Promise<(User | null)[]>;
  /** Notes that the owner is alarmed, if they were not `notSince`. */
  alarm(alarm: { user: User; event: SecurityEvent; notSince: Instant }): Promise<'alarmed' | 'not_due'>;
  /** Notes a reminder, if there was none since `notSince` and 2FA is still off. */
  remind(reminder: {
    actor: User | null;
    user: User;
    event: SecurityEvent;
    notSince: Instant;
  }): Promise<'reminded' | 'not_due' | ActorGone>;
  /** Changes what administrators decide; a user who becomes suspended loses every session and every link. */
  update(
    change: ByAdministrator & { to: UserUpdate; events: SecurityEvent[] },
  ): Promise<'updated' | 'last_administrator' | ActorGone | 'changed'>;
};
export type UserUpdate = Pick<User, 'name' | 'permissions' | 'status'>;

/** Users of an organization with and without 2FA. */
export type Adoption = { enabled: number; disabled: number };
export type Adoptions = {
  get(organizationId: string): Promise<Adoption>;
  /** Keeps the count of now as that of the day, written as `2026-11-24`. */
  keepDay(organizationId: string, day: string): Promise<void>;
  /** The latest days that are kept, oldest first. */
  days(organizationId: string, most: number): Promise<({ day: string } & Adoption)[]>;
  /** Counts anew from the users. False: others were always faster. */
  rebuild(organizationId: string): Promise<boolean>;
};

export type Sessions = {
  find(userId: string, hash: string): Promise<{ session: Session; user: User } | null>;
  touch(userId: string, session: Session, now: Instant): Promise<void>;
  /** False: there is no such session (any more). */
  end(
    userId: string,
    hash: string,
    noted?: { event: SecurityEvent; reply?: KeptReply | undefined; now: Instant },
  ): Promise<boolean>;
  /** All of a user as they were read, also those whose time is over. */
  list(user: User): Promise<Session[]>;
  /** All but the one given, and every open challenge. */
  endOthers(change: OwnChange): Promise<'ended' | 'done_before' | 'changed'>;
};

export type SecurityEvents = {
  /** Twice the same is once. */
  put(userId: string, event: SecurityEvent): Promise<void>;
  page(userId: string, limit: number, before?: string): Promise<{ events: SecurityEvent[]; next?: string }>;
};

/** `ended`: the sessions that make room for this one. */
export type SignInRecord = { user: User; session: Session; signIn: SignIn; ended: string[]; now: Instant };

/** `changed`: the user was not as read (another version, more sessions); read again and decide anew. */
export type SignIns = {
  /** User, TwoFactor and Organization as they are now. */
  readAccount(
    userId: string,
    organizationId: string,
  ): Promise<{ user: User | null; twoFactor: TwoFactor | null; organization: Organization | null }>;
  completeWithPassword(record: SignInRecord): Promise<'completed' | 'changed'>;
  completeWithSecondFactor(
    record: SignInRecord & { challengeHash: string; proof: SecondFactorProof; reply?: KeptReply | undefined },
  ): Promise<'completed' | 'code_used' | 'challenge_gone' | 'changed'>;
  page(userId: string, limit: number, before?: string): Promise<{ signIns: SignIn[]; next?: string }>;
};

export type KeptReplies = { get(id: string): Promise<KeptReply | null> };
