import type { Session } from '../domain/entities/session.ts';
import type { Guesser } from '../domain/entities/two-factor.ts';
import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { canonicalPassword } from '../domain/password-policy.ts';
import type { CallerContext } from '../domain/request.ts';
import { confirmedUntil } from '../domain/session.ts';
import { issueToken } from '../domain/tokens.ts';
import { sessionView } from '../domain/views.ts';
import type { SecondFactorProof, TwoFactors } from '../factor-ports.ts';
import type { Limits } from '../limit-ports.ts';
import type { Passwords, SecretBox } from '../ports.ts';
import type { Credentials } from '../store-ports.ts';
import { quietly, spendPassword, tooManyAttempts } from './steps/guess-limits.ts';
import { proveRecoveryCode, proveTotp, type RecoveryCodeNeeds } from './steps/prove-second-factor.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = RecoveryCodeNeeds & {
  credentials: Pick<Credentials, 'find'>;
  limits: Pick<Limits, 'takePassword' | 'clearPassword'>;
  passwords: Pick<Passwords, 'verify'>;
  twoFactors: Pick<TwoFactors, 'get' | 'reserveGuess' | 'confirmIdentity'>;
  totpSecrets: Pick<SecretBox, 'open'>;
  numbers: Numbers;
};
type Input = { password: string; code?: string | undefined; recoveryCode?: string | undefined };

/**
 * Proves again who holds the session, with every factor that is on, and rotates its token: whoever copied the old
 * one gains nothing. Attempts at the password are charged to the session, attempts at the factor to the user.
 */
export const confirmIdentity = async (needs: Needs, context: CallerContext, input: Input) => {
  const { user, session } = context.caller;
  const attempt = { subject: `session ${session.hash}` };
  const [credential, twoFactor] = await Promise.all([
    needs.credentials.find(user.email),
    needs.twoFactors.get(user.id),
    spendPassword(needs, context, attempt),
  ]);
  const isRight = await needs.passwords.verify(canonicalPassword(input.password), credential?.passwordHash);
  if (!isRight) throw new Failure('credentials_invalid');
  const [proof] = await Promise.all([
    twoFactor && proveSecondFactor(needs, context, input),
    quietly(needs.limits.clearPassword(attempt, { chargedTo: 'subject' })),
  ]);

  const { token, hash } = issueToken('session', user.id, needs.random);
  const rotated: Session = {
    ...session,
    hash,
    lastSeenAt: context.now,
    identityConfirmedAt: context.now,
    secondFactorConfirmed: proof !== null,
  };
  const change = { user, session, rotated, proof, now: context.now };
  const outcome = onceOnly(await needs.twoFactors.confirmIdentity(change));
  if (outcome === 'code_used') throw new Failure('code_invalid');
  return {
    confirmedUntil: iso(confirmedUntil(rotated, user, needs.numbers)),
    session: sessionView(rotated, token),
  };
};

/** A session that passed the second factor counts as a known device: a stranger's failures do not lock it out. */
const guesserOf = ({ session }: CallerContext['caller']): Guesser =>
  session.secondFactorConfirmed ? 'device' : 'stranger';

const proveSecondFactor = async (
  needs: Needs,
  context: CallerContext,
  { code, recoveryCode }: Input,
): Promise<SecondFactorProof> => {
  const { id: userId } = context.caller.user;
  const guesser = guesserOf(context.caller);
  if (code !== undefined) {
    const twoFactor = await spendGuess(needs, context, 'totp');
    return proveTotp(needs, context, { userId, guesser, twoFactor, code });
  }
  if (recoveryCode !== undefined) {
    await spendGuess(needs, context, 'recovery_code');
    return proveRecoveryCode(needs, context, { userId, guesser, code: recoveryCode });
  }
  throw new Failure('request_invalid', {
    errors: [{ pointer: '#/code', detail: 'Two-factor authentication is on: a code or a recovery code is needed too' }],
  });
};

const spendGuess = async (
  { twoFactors }: Needs,
  { now, note, caller }: CallerContext,
  kind: SecondFactorProof['kind'],
) => {
  const spent = await twoFactors.reserveGuess({ userId: caller.user.id, kind, guesser: guesserOf(caller), now });
  // Switched off in between: what the session knew is outdated.
  if (!spent) throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  if (!('retryAt' in spent)) return spent;
  note({ reason: 'second_factor_limit' });
  throw tooManyAttempts(spent, now);
};
