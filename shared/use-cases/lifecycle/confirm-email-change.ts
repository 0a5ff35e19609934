import { Failure } from '../../domain/errors.ts';
import type { Context } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Addresses } from '../../ports/lifecycle/addresses.ts';
import type { Random } from '../../ports/random.ts';
import type { PasswordTokens } from '../../ports/tokens/password-tokens.ts';
import { LINK_HOLDER, newEvent } from '../common/new-event.ts';
import { optimistically } from '../common/optimistically.ts';
import { type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { requireLinkToken } from '../sign-in/steps/require-link-token.ts';

type Needs = ReplayNeeds & {
  passwordTokens: Pick<PasswordTokens, 'get'>;
  addresses: Pick<Addresses, 'confirm'>;
  credentials: Pick<Credentials, 'find'>;
  users: Pick<Users, 'get'>;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
};

/**
 * The link in the mail to the new address: whoever has it reads mail there. The account gets the address, every session
 * ends, and a mail to the previous address can undo it.
 * @throws Failure `challenge_invalid` for a link that is unknown, used, expired or of another kind; `email_taken`
 */
export const confirmEmailChange = (needs: Needs, context: Context, { token }: { token: string }) =>
  replayIfDone(needs, context, ['challenge_invalid'], () => optimistically(() => confirm(needs, context, token)));

/** The link, and what it makes of which account. */
const readLink = async (needs: Needs, context: Context, token: string) => {
  const { user, found } = await requireLinkToken(needs, context, token);
  if (found.purpose !== 'email' || found.newEmail === undefined) throw new Failure('challenge_invalid');
  return { user, found, to: found.newEmail };
};

const confirm = async (needs: Needs, context: Context, token: string) => {
  const { user, found, to } = await readLink(needs, context, token);
  const credential = await needs.credentials.find(user.email);
  if (!credential) return 'changed';
  const answer = { email: to };
  const answered = { userId: user.id, authVersion: user.authVersion + 1 };
  const outcome = await needs.addresses.confirm({
    ...{ user, credential, to, token: found, now: context.now },
    event: newEvent(needs, context, 'email_changed', LINK_HOLDER, { previousEmail: user.email, newEmail: to }),
    reply: sealReply(needs, context, answered, answer),
  });
  if (outcome === 'token_gone') throw new Failure('challenge_invalid');
  if (outcome === 'email_taken') throw new Failure('email_taken');
  return outcome === 'changed' ? outcome : answer;
};
