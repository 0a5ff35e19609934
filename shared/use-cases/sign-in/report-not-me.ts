import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import { iso, MINUTE } from '../../domain/instant.ts';
import type { Context } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { issueToken } from '../../domain/sessions/tokens.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Random } from '../../ports/random.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import { LINK_HOLDER, newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { requireLinkToken } from './steps/require-link-token.ts';

type Needs = ReplayNeeds & {
  passwordTokens: Pick<PasswordTokens, 'get' | 'exchange'>;
  twoFactors: Pick<TwoFactors, 'get'>;
  users: Pick<Users, 'get'>;
  credentials: Pick<Credentials, 'find'>;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
};

/**
 * The owner says that something a mail reported was not them. Every session and every open sign-in ends, and the
 * password no longer works, since whoever it was may know it. The link's token is exchanged, once, for one that sets a
 * new password within half an hour. A second factor that was added later is removed: before it, password and mailbox
 * alone controlled the account, and a stranger who knew the password must not keep the account. If the mail was about a
 * new address, the account gets the previous one back.
 * @throws Failure `challenge_invalid` for a link that is unknown, used, expired, or from another kind of mail
 */
export const reportNotMe = (needs: Needs, context: Context, { token }: { token: string }) =>
  replayIfDone(needs, context, ['challenge_invalid'], () =>
    optimistically(async () => {
      const { user, found } = await requireLinkToken(needs, context, token);
      if (found.purpose !== 'not_me') throw new Failure('challenge_invalid');
      const next = issueToken('invitation', user.id, needs.random);
      const expiresAt = context.now + needs.security.resetMinutes * MINUTE;
      const { suspensions } = user;
      const passwordVersion = user.passwordVersion + 1;
      const authVersion = user.authVersion + 1;
      const answer = { token: next.token, expiresAt: iso(expiresAt) };
      const exchange = {
        ...{ user, token: found, now: context.now },
        next: { hash: next.hash, purpose: 'reset' as const, expiresAt, passwordVersion, suspensions, authVersion },
        undone: await toUndo(needs, context, user, found),
        event: newEvent(needs, context, 'reported_not_me', LINK_HOLDER, { link: 'not_me' }),
        reply: sealReply(needs, context, { userId: user.id, authVersion }, answer),
      };
      const restored = await toRestore(needs, context, user, found);
      const first = await needs.passwordTokens.exchange({ ...exchange, restored });
      // Someone else has the address by now: the account keeps the other one, and everything else is done all the same.
      const outcome =
        first === 'email_taken' ? await needs.passwordTokens.exchange({ ...exchange, restored: null }) : first;
      if (outcome === 'token_gone') throw new Failure('challenge_invalid');
      if (outcome === 'email_taken') return 'changed';
      return outcome === 'changed' ? outcome : answer;
    }),
  );

const MOST_UNDONE = 20;

/** The address that the account had, unless it has it again. */
const toRestore = async (
  needs: Needs,
  context: Context,
  user: User,
  { previousEmail: to, changedAt: from = 0 }: PasswordToken,
) => {
  if (to === undefined || to === user.email) return null;
  const credential = await needs.credentials.find(user.email);
  if (!credential) return null;
  const addresses = { previousEmail: user.email, newEmail: to };
  const event = newEvent(needs, context, 'email_restored', LINK_HOLDER, { link: 'not_me', ...addresses });
  // So many are remembered that the links of all others have expired.
  const undone = [...(user.undoneAddresses ?? []), { from, until: context.now }].slice(-MOST_UNDONE);
  return { user, credential, to, event, undone, withoutPassword: true as const };
};

/** The factor that was turned on after the reported action, if any; its replacements count as the same factor. */
const toUndo = async (needs: Needs, context: Context, user: User, { noFactorAt }: PasswordToken) => {
  if (noFactorAt === undefined) return null;
  const twoFactor = await needs.twoFactors.get(user.id);
  if (!twoFactor || twoFactor.enabledAt < noFactorAt) return null;
  const event = newEvent(needs, context, 'two_factor_undone', LINK_HOLDER, { link: 'not_me' });
  return { generation: twoFactor.generation, event };
};
