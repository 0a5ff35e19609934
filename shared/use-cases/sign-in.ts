import { challengeMethods, newChallenge } from '../domain/challenge.ts';
import type { Credential } from '../domain/entities/credential.ts';
import type { TwoFactor } from '../domain/entities/two-factor.ts';
import type { User } from '../domain/entities/user.ts';
import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import { canonicalPassword } from '../domain/password-policy.ts';
import type { Context } from '../domain/request.ts';
import { issueToken } from '../domain/tokens.ts';
import type { Passwords } from '../ports.ts';
import type { Credentials, SignIns, TwoFactors } from '../store-ports.ts';
import { prepareSignIn, type SignedInNeeds, signedIn } from './steps/signed-in.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = SignedInNeeds & {
  credentials: Credentials;
  passwords: Passwords;
  signIns: Pick<SignIns, 'readAccount' | 'completeWithPassword'>;
  twoFactors: Pick<TwoFactors, 'startChallenge'>;
};
type Input = { email: string; password: string };

/** Stands in for the ids of an unknown address, so that the same calls are made as for a known one. */
const NOBODY = '00000000000000000000000000';

/**
 * First door. With 2FA off it is the only one; with 2FA on it leads to a challenge, which opens nothing by itself.
 * @throws Failure `credentials_invalid` alike for unknown address, wrong password and suspended user
 */
export const signIn = (needs: Needs, context: Context, { email, password }: Input) =>
  untilUnchanged(async () => {
    const credential = await needs.credentials.find(email);
    const [account, isRight] = await Promise.all([
      needs.signIns.readAccount(credential?.userId ?? NOBODY, credential?.organizationId ?? NOBODY),
      needs.passwords.verify(canonicalPassword(password), credential?.passwordHash),
    ]);
    const { user, twoFactor, organization } = account;
    if (!isRight || !credential || !user || !organization || user.status !== 'active') {
      throw new Failure('credentials_invalid');
    }
    if (credential.passwordVersion !== user.passwordVersion) return 'changed';
    context.note({ userId: user.id });

    await renewHash(needs, credential, password);
    if (twoFactor) return challenge(needs, context, user, twoFactor);
    const { record, token } = prepareSignIn(needs, context, user, 'password');
    const outcome = await needs.signIns.completeWithPassword(record);
    return outcome === 'completed' ? signedIn(record, token, organization) : outcome;
  });

const challenge = async (
  { twoFactors, random, numbers }: Needs,
  { now }: Context,
  user: User,
  twoFactor: TwoFactor,
) => {
  const { token, hash } = issueToken('challenge', user.id, random);
  const started = newChallenge(user, now, numbers);
  const outcome = await twoFactors.startChallenge(user.id, twoFactor, { hash, challenge: started, now });
  if (outcome === 'changed') return outcome;
  return {
    status: 'two_factor_required' as const,
    challenge: { token, expiresAt: iso(started.expiresAt), methods: [...challengeMethods] },
  };
};

/** The password is known only now: the time to store it under the parameters of today. */
const renewHash = async ({ credentials, passwords }: Needs, credential: Credential, password: string) => {
  if (!credential.passwordHash || !passwords.needsRehash(credential.passwordHash)) return;
  await credentials.rehash(credential, await passwords.hash(canonicalPassword(password)));
};
