import { Organization } from '../../domain/entities/organization.ts';
import { SignIn } from '../../domain/entities/sign-in.ts';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import { User } from '../../domain/entities/user.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { SignInRecord, SignIns } from '../../ports/accounts/sign-ins.ts';
import { consume, noTwoFactor } from '../factors/second-factor-proof.ts';
import { newestFirst } from '../history/newest-first.ts';
import { organizationKey, signInKey, twoFactorKey, userKey } from '../keys.ts';
import { commit, orElse, type Write } from '../table/commit.ts';
import { getItems, type Table } from '../table/table.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { putSession, putSignIn } from './records.ts';
import { signedIn } from './user-changes.ts';

/** What every completed sign-in writes: the user's last sign-in, the session, the record. */
const record = (completed: SignInRecord, numbers: Numbers): Write<'changed'>[] => [
  ...signedIn(completed, numbers),
  putSession(completed.user.id, completed.session),
  putSignIn(completed.user.id, completed.signIn, numbers),
];

export const signIns = (table: Table, numbers: Numbers): SignIns => ({
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
    return commit(table, 'completed', [...record(completed, numbers), noTwoFactor(completed.user.id)]);
  },

  async completeWithSecondFactor({ challengeHash, proof, reply, ...completed }) {
    return commit(table, 'completed', [
      ...consume(completed.user.id, proof, numbers, challengeHash),
      // Answered under this key already: that answer ended the challenge.
      ...keepReply(reply, completed.now).map((write) => orElse(write, 'challenge_gone')),
      ...record(completed, numbers),
    ]);
  },

  async page(userId, limit, before) {
    const page = { partition: signInKey(userId, '').pk, limit, before };
    const { records, ...rest } = await newestFirst(table, page, (item) => SignIn.parse(item));
    return { signIns: records, ...rest };
  },
});
