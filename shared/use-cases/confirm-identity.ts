import type { Session } from '../domain/entities/session.ts';
import type { TwoFactor } from '../domain/entities/two-factor.ts';
import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import { canonicalPassword } from '../domain/password-policy.ts';
import type { CallerContext } from '../domain/request.ts';
import { confirmedUntil } from '../domain/session.ts';
import { issueToken } from '../domain/tokens.ts';
import { sessionView } from '../domain/views.ts';
import type { Passwords, SecretBox } from '../ports.ts';
import type { Credentials, SecondFactorProof, TwoFactors } from '../store-ports.ts';
import { proveRecoveryCode, proveTotp, type RecoveryCodeNeeds } from './steps/prove-second-factor.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = RecoveryCodeNeeds & {
  credentials: Pick<Credentials, 'find'>;
  passwords: Pick<Passwords, 'verify'>;
  twoFactors: Pick<TwoFactors, 'get' | 'confirmIdentity'>;
  totpSecrets: Pick<SecretBox, 'open'>;
  numbers: Numbers;
};
type Input = { password: string; code?: string | undefined; recoveryCode?: string | undefined };

/**
 * Proves again who holds the session, with every factor that is on, and rotates its token: whoever copied the old
 * one gains nothing.
 */
export const confirmIdentity = async (needs: Needs, context: CallerContext, input: Input) => {
  const { user, session } = context.caller;
  const [credential, twoFactor] = await Promise.all([
    needs.credentials.find(user.email),
    needs.twoFactors.get(user.id),
  ]);
  const isRight = await needs.passwords.verify(canonicalPassword(input.password), credential?.passwordHash);
  if (!isRight) throw new Failure('credentials_invalid');
  const proof = twoFactor && (await proveSecondFactor(needs, context, twoFactor, input));

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

const proveSecondFactor = (
  needs: Needs,
  context: CallerContext,
  twoFactor: TwoFactor,
  { code, recoveryCode }: Input,
): Promise<SecondFactorProof> => {
  const { id } = context.caller.user;
  if (code !== undefined) return proveTotp(needs, context, id, twoFactor, code);
  if (recoveryCode !== undefined) return proveRecoveryCode(needs, context, id, recoveryCode);
  throw new Failure('request_invalid', {
    errors: [{ pointer: '#/code', detail: 'Two-factor authentication is on: a code or a recovery code is needed too' }],
  });
};
