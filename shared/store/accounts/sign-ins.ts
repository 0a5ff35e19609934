import { Organization } from '../../domain/entities/organization.ts';
import { methods, SignIn } from '../../domain/entities/sign-in.ts';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import { User } from '../../domain/entities/user.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { SignInRecord, SignIns } from '../../ports/accounts/sign-ins.ts';
import { consume, noTwoFactor } from '../factors/second-factor-proof.ts';
import { newestFirst } from '../history/newest-first.ts';
import { organizationKey, signInKey, twoFactorKey, userKey } from '../keys.ts';
import { commit, orElse, type Write } from '../table/commit.ts';
import { getItems, type Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { putSession, putSignIn } from './records.ts';
import { placeSession } from './user-changes.ts';

/** What every completed sign-in writes: the user's last sign-in, the session, the record. */
const record = (completed: SignInRecord, security: SecuritySettings): Write<'changed'>[] => [
  ...placeSession(completed, security),
  putSession(completed.user.id, completed.session),
  putSignIn(completed.user.id, completed.signIn, security),
];

const isKnown = (method: unknown): boolean => methods.some((known) => known === method);

export const signIns = (table: Table, security: SecuritySettings): SignIns => ({
  async readAccount(userId, organizationId) {
    const keys = [userKey(userId), twoFactorKey(userId), organizationKey(organizationId)];
    const [user, twoFactor, organization] = await getItems(table, keys);
    return {
      user: user ? User.parse(user) : null,
      twoFactor: twoFactor ? TwoFactor.parse(twoFactor) : null,
      organization: organization ? Organization.parse(organization) : null,
    };
  },

  async completeWithPassword(completed) {
    return commit(table, 'completed', [...record(completed, security), noTwoFactor(completed.user.id)]);
  },

  async completeWithSecondFactor({ challengeHash, proof, reply, ...completed }) {
    return commit(table, 'completed', [
      ...consume(completed.user.id, proof, security, challengeHash),
      // Already answered under this key: that answer ended the challenge.
      ...putIdempotencyRecord(reply, completed.now).map((write) => orElse(write, 'challenge_gone')),
      ...record(completed, security),
    ]);
  },

  async page(userId, limit, before) {
    const page = { partition: signInKey(userId, '').pk, limit, before };
    const { records, ...rest } = await newestFirst(table, page, (item) =>
      isKnown(item.method) ? SignIn.parse(item) : null,
    );
    return { signIns: records, ...rest };
  },
});
