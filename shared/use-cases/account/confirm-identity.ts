import { bestEffort } from '../../domain/best-effort.ts';
import { Failure } from '../../domain/errors.ts';
import { iso } from '../../domain/instant.ts';
import { canonicalPassword } from '../../domain/passwords/password-policy.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { counterNameOf } from '../../domain/sessions/challenge.ts';
import { confirmedUntil, rotateSession } from '../../domain/sessions/session.ts';
import { sessionView } from '../../domain/views.ts';
import type { Credentials } from '../../ports/accounts/credentials.ts';
import type { SecondFactorProof, TwoFactors } from '../../ports/factors/two-factors.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { Passwords } from '../../ports/passwords.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { ofPassword } from '../common/guess-limits.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { proveRecoveryCode, proveTotp, type RecoveryCodeNeeds } from '../common/prove-second-factor.ts';
import { keyIsTaken, type ReplayNeeds, replayIfDone, sealReply } from '../common/replay.ts';
import { type Reservations, reserving } from '../common/reservations.ts';

type Needs = RecoveryCodeNeeds &
  ReplayNeeds & {
    credentials: Pick<Credentials, 'find'>;
    limits: Pick<Limits, 'reservePassword' | 'refundPassword' | 'clearPassword'>;
    passwords: Pick<Passwords, 'verify'>;
    twoFactors: Pick<TwoFactors, 'get' | 'reserveSecondFactor' | 'refundSecondFactor' | 'confirmIdentity'>;
    totpSecrets: Pick<SecretBox, 'open'>;
    security: SecuritySettings;
  };
type Input = { password: string; code?: string | undefined; recoveryCode?: string | undefined };

/**
 * Confirms again who holds the session, with every factor that is on, and rotates its token, so that a copy of the old
 * one is useless. Password attempts are charged to the session, codes from the app to the user.
 * @throws Failure `credentials_invalid`, `code_invalid`, `too_many_attempts`, `request_invalid`
 */
export const confirmIdentity = (needs: Needs, context: CallerContext, input: Input) =>
  replayIfDone(needs, context, ['request_invalid'], () =>
    reserving(context, (reservations) => confirm(needs, context, reservations, input)),
  );

const confirm = async (needs: Needs, context: CallerContext, reservations: Reservations, input: Input) => {
  const { now, caller } = context;
  const { user, session } = caller;
  const counter = { subject: `session ${session.hash}` };
  const [credential, twoFactor] = await Promise.all([
    needs.credentials.find(user.email),
    needs.twoFactors.get(user.id),
    reservations.require(ofPassword(needs, context, counter)),
  ]);
  const isRight = await needs.passwords.verify(canonicalPassword(input.password), credential?.passwordHash);
  if (!isRight) throw new Failure('credentials_invalid');
  const proof = twoFactor && (await proveSecondFactor(needs, context, reservations, input));

  // Whether the session has passed the second factor does not change: while 2FA is on, no other session is live.
  const confirmedNow = { lastSeenAt: now, identityConfirmedAt: now };
  const { token, rotated } = rotateSession(session, user, needs.random, confirmedNow);
  const shown = {
    confirmedUntil: iso(confirmedUntil(rotated, user, needs.security)),
    session: sessionView(rotated, token),
  };
  const answered = { userId: user.id, authVersion: user.authVersion, sessionHash: rotated.hash };
  const reply = sealReply(needs, context, answered, shown);
  const [confirmed] = await Promise.all([
    needs.twoFactors.confirmIdentity({ user, session, rotated, proof, reply, now }),
    // Given back only now: someone who has the password and guesses at recovery codes pays for each guess.
    bestEffort(context, 'clear password failures', needs.limits.clearPassword(counter)),
  ]);
  const outcome = orUnavailable(confirmed);
  if (outcome === 'code_used') throw new Failure('code_invalid');
  if (outcome === 'done_before') throw keyIsTaken();
  return shown;
};

const proveSecondFactor = async (
  needs: Needs,
  context: CallerContext,
  reservations: Reservations,
  { code, recoveryCode }: Input,
): Promise<SecondFactorProof> => {
  const { user } = context.caller;
  // A live session has passed the second factor, so it counts as a known device: a stranger's failures do not lock it
  // out.
  const counterName = counterNameOf({ fromKnownDevice: true });
  if (code === undefined && recoveryCode === undefined) {
    throw new Failure('request_invalid', {
      errors: [{ pointer: '#/code', detail: 'Two-factor authentication is on: enter a code or a recovery code too' }],
    });
  }
  const kind = code === undefined ? ('recovery_code' as const) : ('totp' as const);
  const attempt = { user, kind, counterName, now: context.now };
  const twoFactor = await reservations.require({
    limit: 'second_factor_limit',
    spend: (name) => needs.twoFactors.reserveSecondFactor({ ...attempt, name }),
    refund: (reservation) => needs.twoFactors.refundSecondFactor({ ...attempt, ...reservation }),
  });
  // 2FA was turned off in the meantime: what the session knew is outdated.
  if (!twoFactor) throw new Failure('temporarily_unavailable', { retryAfter: 1 });
  const proving = { userId: user.id, counterName };
  return code === undefined
    ? proveRecoveryCode(needs, context, { ...proving, code: recoveryCode ?? '' })
    : proveTotp(needs, context, { ...proving, twoFactor, code });
};
