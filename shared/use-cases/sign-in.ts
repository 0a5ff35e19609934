import { challengeMethods, newChallenge } from '../domain/challenge.ts';
import type { Credential } from '../domain/entities/credential.ts';
import type { TwoFactor } from '../domain/entities/two-factor.ts';
import type { User } from '../domain/entities/user.ts';
import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import { canonicalPassword } from '../domain/password-policy.ts';
import type { Context } from '../domain/request.ts';
import { issueToken, readToken } from '../domain/tokens.ts';
import type { TwoFactors } from '../factor-ports.ts';
import type { Limits } from '../limit-ports.ts';
import type { Passwords } from '../ports.ts';
import type { Credentials, SignIns } from '../store-ports.ts';
import { knownAs, quietly, rememberDevice, spendPassword, spendSource } from './steps/guess-limits.ts';
import { prepareSignIn, type SignedInNeeds, signedIn } from './steps/signed-in.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = SignedInNeeds & {
  credentials: Credentials;
  limits: Limits;
  passwords: Passwords;
  signIns: Pick<SignIns, 'readAccount' | 'completeWithPassword'>;
  twoFactors: Pick<TwoFactors, 'startChallenge'>;
};
type Input = { email: string; password: string; deviceToken?: string | undefined };
type Account = Awaited<ReturnType<SignIns['readAccount']>>;

/** Stands in for the ids of an unknown address, so that the same calls are made as for a known one. */
const NOBODY = '00000000000000000000000000';

/**
 * First door. With 2FA off it is the only one; with 2FA on it leads to a challenge, which opens nothing by itself.
 * @throws Failure `credentials_invalid` alike for unknown address, wrong password and suspended user,
 * `too_many_attempts` alike for known and unknown addresses
 */
export const signIn = async (needs: Needs, context: Context, { email, password, deviceToken }: Input) => {
  const [credential] = await Promise.all([needs.credentials.find(email), spendSource(needs, context)]);
  const device = readToken('device', deviceToken ?? '');
  const attempt = {
    subject: email,
    device: device && credential ? { hash: device.hash, knownAs: knownAs(credential) } : undefined,
  };
  const [account, charged] = await Promise.all([accountOf(needs, credential), spendPassword(needs, context, attempt)]);
  let read: [Credential | null, Account] | undefined = [credential, account];
  // Once, however often the sign-in is decided anew: it was charged once.
  let settled: Promise<unknown> | undefined;
  const settle = (): Promise<unknown> => {
    settled ??= Promise.all([
      quietly(needs.limits.giveBackSource(context.client.ip)),
      quietly(needs.limits.clearPassword(attempt, charged)),
    ]);
    return settled;
  };

  return untilUnchanged(async () => {
    const [credential, account] = read ?? (await readAgain(needs, email));
    read = undefined;
    const isRight = await needs.passwords.verify(canonicalPassword(password), credential?.passwordHash);
    const { user, organization, twoFactor } = account;
    if (user) context.note({ userId: user.id });
    if (!isRight || !credential || !organization || user?.status !== 'active') {
      context.note({ reason: reasonOf(credential, isRight) });
      throw new Failure('credentials_invalid');
    }
    if (credential.passwordVersion !== user.passwordVersion) return 'changed';

    const [outcome] = await Promise.all([
      twoFactor
        ? challenge(needs, context, user, twoFactor, charged.chargedTo === 'device' && charged.passedSecondFactor)
        : complete(needs, context, { ...account, user, organization }, charged.chargedTo === 'device'),
      quietly(renewHash(needs, credential, password)),
      settle(),
    ]);
    return outcome;
  });
};

const accountOf = ({ signIns }: Needs, credential: Credential | null): Promise<Account> =>
  signIns.readAccount(credential?.userId ?? NOBODY, credential?.organizationId ?? NOBODY);

const readAgain = async (needs: Needs, email: string): Promise<[Credential | null, Account]> => {
  const credential = await needs.credentials.find(email);
  return [credential, await accountOf(needs, credential)];
};

/** For the log alone: the answer never tells these apart. */
const reasonOf = (credential: Credential | null, isRight: boolean): string => {
  if (!credential) return 'unknown_email';
  return isRight ? 'not_active' : 'wrong_password';
};

type SignedInAccount = Account & { user: User; organization: NonNullable<Account['organization']> };

const complete = async (needs: Needs, context: Context, { user, organization }: SignedInAccount, isKnown: boolean) => {
  const { record, token } = prepareSignIn(needs, context, user, 'password', { isKnownDevice: isKnown, organization });
  const [outcome, device] = await Promise.all([
    needs.signIns.completeWithPassword(record),
    isKnown ? undefined : rememberDevice(needs, context, user, false),
  ]);
  return outcome === 'completed' ? signedIn(record, token, organization, device) : outcome;
};

const challenge = async (
  needs: Needs,
  { now, client }: Context,
  user: User,
  twoFactor: TwoFactor,
  isKnownDevice: boolean,
) => {
  const { token, hash } = issueToken('challenge', user.id, needs.random);
  const started = newChallenge(user, { isKnownDevice, ip: client.ip }, now, needs.numbers);
  const outcome = await needs.twoFactors.startChallenge(user.id, twoFactor, { hash, challenge: started, now });
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
