import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';
import type { Organization } from '../../domain/entities/organization.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { SignIn } from '../../domain/entities/sign-in.ts';
import type { TwoFactor } from '../../domain/entities/two-factor.ts';
import type { User } from '../../domain/entities/user.ts';
import type { Instant } from '../../domain/instant.ts';
import type { SecondFactorProof } from '../factors/two-factors.ts';

/** `ended`: the sessions that make room for this one. */
export type SignInRecord = { user: User; session: Session; signIn: SignIn; ended: string[]; now: Instant };

/** `changed`: the user was not as read (another version, more sessions); read and decide again. */
export type SignIns = {
  /** User, TwoFactor and Organization in their current state. */
  readAccount(
    userId: string,
    organizationId: string,
  ): Promise<{ user: User | null; twoFactor: TwoFactor | null; organization: Organization | null }>;
  completeWithPassword(record: SignInRecord): Promise<'completed' | 'changed'>;
  completeWithSecondFactor(
    record: SignInRecord & { challengeHash: string; proof: SecondFactorProof; reply?: IdempotencyRecord | undefined },
  ): Promise<'completed' | 'code_used' | 'challenge_gone' | 'changed'>;
  page(userId: string, limit: number, before?: string): Promise<{ signIns: SignIn[]; next?: string }>;
};
