import { bestEffort } from '../../domain/best-effort.ts';
import type { Credential } from '../../domain/entities/credential.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { Wait } from '../../domain/limits/throttle.ts';
import type { LogReason } from '../../domain/log-reasons.ts';
import { canonicalPassword } from '../../domain/passwords/password-policy.ts';
import type { Context } from '../../domain/request.ts';
import type { KnownDevice } from '../../domain/sessions/device.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import type { SignIns } from '../../ports/accounts/sign-ins.ts';
import type { Limits, PasswordCounter } from '../../ports/limits/limits.ts';
import type { Passwords } from '../../ports/passwords.ts';
import type { PasswordResets } from '../../ports/tokens/password-resets.ts';
import { ofPassword, ofSource, rememberDevice } from '../common/guess-limits.ts';
import { findDevices, knownDevice } from '../common/known-device.ts';
import { optimistically } from '../common/optimistically.ts';
import { type Reservations, reserving, tooManyAttempts } from '../common/reservations.ts';
import { leaveSession } from './steps/leave-session.ts';
import { prepareSignIn, type SignedInNeeds, signedIn } from './steps/signed-in.ts';
import { type StartChallengeNeeds, startChallenge } from './steps/start-challenge.ts';

type Needs = SignedInNeeds &
  StartChallengeNeeds & {
    credentials: Credentials;
    limits: Limits;
    passwords: Passwords;
    passwordResets: PasswordResets;
    signIns: Pick<SignIns, 'readAccount' | 'completeWithPassword'>;
  };
type Input = { email: string; password: string; deviceToken?: string | undefined };
type Account = Awaited<ReturnType<SignIns['readAccount']>>;
/** Who is signing in, and what the attempt is charged to. */
type Attempt = { counter: PasswordCounter; device: KnownDevice | undefined; closes: boolean };

/** Stands in for the ids of an unknown address, so that the same calls are made as for a known one. */
const NOBODY = '00000000000000000000000000';

/**
 * The first step of a sign-in. With 2FA off it is the only one; with 2FA on it leads to a challenge, which grants
 * nothing by itself.
 * @throws Failure `credentials_invalid` alike for unknown address, wrong password and suspended user,
 * `too_many_attempts` alike for known and unknown addresses
 */
export const signIn = (needs: Needs, context: Context, input: Input) =>
  reserving(context, async (reservations) => {
    const [credential, devices, source] = await Promise.all([
      needs.credentials.find(input.email),
      findDevices(needs, input.deviceToken),
      reservations.reserve(ofSource(needs, context)),
    ]);
    const device = knownDevice(devices, credential, context.now);
    // A device that the account knows is not held up by others at the same address.
    if (!device && isSourceWait(source)) {
      context.note({ reason: 'source_limit' });
      throw tooManyAttempts(source, context.now);
    }
    // A new password starts a new count: failures at the old one do not count against it.
    const counter = device ? { device } : { subject: `${input.email} ${credential?.passwordVersion ?? 0}` };
    const [account, charged] = await Promise.all([
      accountOf(needs, credential),
      reservations.require(ofPassword(needs, context, counter)),
    ]);
    const attempt = { counter, device, closes: charged?.closes ?? false };
    return decide(needs, context, input, { credential, account, attempt, reservations });
  });

const isSourceWait = (source: Wait | 'spent' | null): source is Wait => typeof source === 'object' && source !== null;

type Known = { credential: Credential | null; account: Account; attempt: Attempt; reservations: Reservations };

const decide = (needs: Needs, context: Context, { email, password }: Input, known: Known) => {
  const { attempt, reservations } = known;
  let read: Pick<Known, 'credential' | 'account'> | undefined = known;
  // Charged once, however often the sign-in is decided again.
  let settled: Promise<unknown> | undefined;
  const settle = (): Promise<unknown> => {
    settled ??= Promise.all([
      reservations.refundOnly('source_limit'),
      bestEffort(context, 'clear password failures', needs.limits.clearPassword(attempt.counter)),
    ]);
    return settled;
  };

  return optimistically(async () => {
    const { credential, account } = read ?? (await readAgain(needs, email));
    read = undefined;
    const isRight = await needs.passwords.verify(canonicalPassword(password), credential?.passwordHash);
    const { user, organization, twoFactor } = account;
    if (user) context.note({ userId: user.id });
    if (!isRight || !credential || !organization || user?.status !== 'active') {
      context.note({ reason: reasonOf(credential, isRight) });
      return refuse(needs, context, email, known);
    }
    if (credential.passwordVersion !== user.passwordVersion) return 'changed';

    const [outcome] = await Promise.all([
      twoFactor
        ? startChallenge(needs, context, user, twoFactor, attempt.device)
        : complete(needs, context, { ...account, user, organization }, attempt.device !== undefined),
      bestEffort(context, 'renew password hash', renewHash(needs, credential, password)),
      settle(),
    ]);
    return outcome;
  });
};

/** The same answer for every reason. */
const refuse = async (needs: Needs, context: Context, email: string, { attempt, reservations }: Known) => {
  // A known device has its own counter: the address that it shares with others is not charged.
  if (attempt.device) await reservations.refundOnly('source_limit');
  if (attempt.closes) await tellClosed(needs, context, email);
  throw new Failure('credentials_invalid');
};

const accountOf = ({ signIns }: Needs, credential: Credential | null): Promise<Account> =>
  signIns.readAccount(credential?.userId ?? NOBODY, credential?.organizationId ?? NOBODY);

const readAgain = async (needs: Needs, email: string): Promise<Pick<Known, 'credential' | 'account'>> => {
  const credential = await needs.credentials.find(email);
  return { credential, account: await accountOf(needs, credential) };
};

/** For the log only: the answer never tells these apart. */
const reasonOf = (credential: Credential | null, isRight: boolean): LogReason => {
  if (!credential) return 'unknown_email';
  return isRight ? 'not_active' : 'wrong_password';
};

/**
 * The password is now closed to unknown devices. This is written for every address, so that no one learns who has an
 * account.
 */
const tellClosed = ({ passwordResets, ids }: Needs, { now, client }: Context, email: string): Promise<void> =>
  passwordResets.request({ id: ids.next(now), email, at: now, ...client, isClosed: true });

type SignedInAccount = Account & { user: User; organization: NonNullable<Account['organization']> };

const complete = async (needs: Needs, context: Context, { user, organization }: SignedInAccount, isKnown: boolean) => {
  const how = { method: 'password' as const, isKnownDevice: isKnown, organization };
  const { record, token } = await prepareSignIn(needs, context, user, how);
  const [outcome, device] = await Promise.all([
    needs.signIns.completeWithPassword(record),
    isKnown ? undefined : rememberDevice(needs, context, user, undefined),
  ]);
  if (outcome === 'changed') return outcome;
  await leaveSession(needs, context);
  context.note({ result: 'session', method: 'password' });
  return signedIn(record, token, organization, device);
};

/** The plain password is available only now, so this is the time to hash it with the current parameters. */
const renewHash = async ({ credentials, passwords }: Needs, credential: Credential, password: string) => {
  if (!credential.passwordHash || !passwords.needsRehash(credential.passwordHash)) return;
  await credentials.rehash(credential, await passwords.hash(canonicalPassword(password)));
};
