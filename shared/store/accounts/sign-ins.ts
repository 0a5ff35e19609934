import { Organization } from '../../domain/entities/organization.ts';
import { SignIn } from '../../domain/entities/sign-in.ts';
import { TwoFactor } from '../../domain/entities/two-factor.ts';
import { User } from '../../domain/entities/user.ts';
import type { Numbers } from '../../domain/numbers.ts';
import type { SignInRecord, SignIns } from '../../ports/accounts/sign-ins.ts';
import { consume } from '../factors/second-factor-proof.ts';
import { newestFirst } from '../history/newest-first.ts';
import { organizationKey, signInKey, twoFactorKey, userKey } from '../keys.ts';
import { getItems, type Table } from '../table/table.ts';
import { committed, type Step, transact } from '../table/transact.ts';
import { keepReply } from '../tokens/kept-replies.ts';
import { putSession, putSignIn } from './records.ts';
import { signedIn } from './user-changes.ts';

/** What every completed sign-in writes: the user's last sign-in, the session, the record. */
const record = (completed: SignInRecord, numbers: Numbers): Record<string, Step> => ({
  ...signedIn(completed, numbers),
  session: putSession(completed.user.id, completed.session),
  signIn: putSignIn(completed.user.id, completed.signIn, numbers),
});

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
    const refused = await transact(table, {
      ...record(completed, numbers),
      // Not the copy on the user: that the item is absent is what "2FA is off" means.
      noTwoFactor: {
        ConditionCheck: { Key: twoFactorKey(completed.user.id), ConditionExpression: 'attribute_not_exists(pk)' },
      },
    });
    return committed(refused) ? 'completed' : 'changed';
  },

  async completeWithSecondFactor({ challengeHash, proof, reply, ...completed }) {
    const refused = await transact(table, {
      ...record(completed, numbers),
      ...consume(completed.user.id, proof, numbers, challengeHash),
      ...keepReply(reply, completed.now),
    });
    if (committed(refused)) return 'completed';
    if ('twoFactor' in refused) {
      const left = (refused.twoFactor?.challenges ?? {}) as Record<string, unknown>;
      return challengeHash in left ? 'code_used' : 'challenge_gone';
    }
    if ('reply' in refused) return 'challenge_gone';
    return 'recoveryCode' in refused ? 'code_used' : 'changed';
  },

  async page(userId, limit, before) {
    const page = { partition: signInKey(userId, '').pk, limit, before };
    const { records, ...rest } = await newestFirst(table, page, (item) => SignIn.parse(item));
    return { signIns: records, ...rest };
  },
});
