import type { Organization } from '../../../domain/entities/organization.ts';
import type { Challenge, CounterName, TwoFactor } from '../../../domain/entities/two-factor.ts';
import type { User } from '../../../domain/entities/user.ts';
import { Failure } from '../../../domain/errors.ts';
import type { Context } from '../../../domain/request.ts';
import { counterNameOf } from '../../../domain/sessions/challenge.ts';
import { readChallengeToken } from '../../../domain/sessions/tokens.ts';
import type { SignIns } from '../../../ports/accounts/sign-ins.ts';
import type { Users } from '../../../ports/accounts/users.ts';
import type { SecondFactorProof, TwoFactors } from '../../../ports/factors/two-factors.ts';
import type { Limits } from '../../../ports/limits/limits.ts';
import type { IdempotencyRecords } from '../../../ports/tokens/idempotency-records.ts';
import { ofSource, rememberDevice } from '../../common/guess-limits.ts';
import { optimistically } from '../../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../../common/organization-of.ts';
import { replayIfDone, sealReply } from '../../common/replay.ts';
import { type Reservations, reserving } from '../../common/reservations.ts';
import { leaveSession } from './leave-session.ts';
import { type AlarmNeeds, proveOrAlarm } from './prove-or-alarm.ts';
import { prepareSignIn, type SignedInNeeds, signedIn } from './signed-in.ts';

export type AnswerNeeds = SignedInNeeds &
  OrganizationNeeds &
  AlarmNeeds & {
    idempotencyRecords: IdempotencyRecords;
    limits: Pick<Limits, 'reserveSource' | 'refundSource' | 'rememberDevice'>;
    twoFactors: Pick<TwoFactors, 'reserveAttempt' | 'refundSecondFactor'>;
    users: Pick<Users, 'get'>;
    signIns: Pick<SignIns, 'completeWithSecondFactor'>;
  };

/** What a code is compared with, and whose counter it was charged to. */
type Answering = { user: User; counterName: CounterName; twoFactor: TwoFactor };
type Reserved = Answering & { challenge: Challenge; challengeHash: string };
type Prove = (answering: Answering) => Promise<SecondFactorProof>;
type Asked = { kind: SecondFactorProof['kind']; challengeToken: string | undefined };

const methodOf = {
  totp: 'password+totp',
  recovery_code: 'password+recovery_code',
  bypass_code: 'password+bypass_code',
} as const;

/**
 * The second step of a sign-in: spends one attempt of source, user and challenge, has the code compared, and completes
 * the sign-in in one transaction. If the challenge is gone because this very request answered it, the same answer is
 * returned.
 * @throws Failure `challenge_invalid` for a token that is malformed, unknown, used, expired, spent, or outdated, which
 * costs no one anything; `too_many_attempts` if a limit requires a wait; `code_invalid`
 */
export const answerChallenge = (needs: AnswerNeeds, context: Context, { kind, challengeToken }: Asked, prove: Prove) =>
  replayIfDone(needs, context, ['challenge_invalid'], () =>
    reserving(context, async (reservations) => {
      const reserved = await reserve(needs, context, reservations, { kind, challengeToken });
      const [proof, organization] = await Promise.all([
        proveOrAlarm(needs, context, reserved, () => prove(reserved)),
        organizationOf(needs, reserved.user),
      ]);
      return complete(needs, context, reservations, { ...reserved, proof, organization });
    }),
  );

const reserve = async (
  needs: AnswerNeeds,
  context: Context,
  reservations: Reservations,
  { kind, challengeToken }: Asked,
): Promise<Reserved> => {
  const reference = readChallengeToken(challengeToken ?? '');
  if (!reference) throw new Failure('challenge_invalid');
  const { userId, hash: challengeHash, fromKnownDevice } = reference;
  // The source comes first, by itself: a request that it may not make costs the user nothing. A known device has its own
  // counter and is not held up by others at the same address; the reservation verifies that it is known.
  const [user] = await Promise.all([
    needs.users.get(userId),
    fromKnownDevice ? undefined : reservations.require(ofSource(needs, context)),
  ]);
  if (user?.status !== 'active') throw new Failure('challenge_invalid');
  context.note({ userId });
  const attempt = { user, kind, counterName: counterNameOf({ fromKnownDevice }), challengeHash, now: context.now };
  const reserved = await reservations.require({
    limit: 'second_factor_limit',
    spend: (name) => needs.twoFactors.reserveAttempt({ ...attempt, name }),
    refund: (reservation) => needs.twoFactors.refundSecondFactor({ ...attempt, ...reservation }),
  });
  if (!reserved) throw new Failure('challenge_invalid');
  return { user, counterName: attempt.counterName, challengeHash, ...reserved };
};

type Completing = Reserved & { proof: SecondFactorProof; organization: Organization };

/** Consumes the challenge and the proof and creates the session and its record, in one transaction. */
const complete = async (
  needs: AnswerNeeds,
  context: Context,
  reservations: Reservations,
  { challenge, challengeHash, proof, organization, twoFactor, ...reserved }: Completing,
) => {
  let asRead: User | undefined = reserved.user;
  const settled = reservations.refundOnly('source_limit');
  const { fromKnownDevice: isKnownDevice } = challenge;
  const remembered = isKnownDevice ? undefined : rememberDevice(needs, context, reserved.user, twoFactor.generation);
  try {
    return await optimistically(async () => {
      const user = asRead ?? (await needs.users.get(reserved.user.id));
      asRead = undefined;
      // A challenge belongs to the user as they were when the password was right: any change since then ends it.
      if (user?.status !== 'active' || user.authVersion !== challenge.authVersion)
        throw new Failure('challenge_invalid');
      const method = methodOf[proof.kind];
      const { record, token } = await prepareSignIn(needs, context, user, { method, isKnownDevice, organization });
      // An answer that will be stored must be complete before the work is done.
      const answered = { userId: user.id, authVersion: user.authVersion, sessionHash: record.session.hash };
      const reply = context.idempotency && signedIn(record, token, organization, await remembered);
      const outcome = await needs.signIns.completeWithSecondFactor({
        ...{ ...record, challengeHash, proof },
        reply: sealReply(needs, context, answered, reply),
      });
      if (outcome === 'challenge_gone') throw new Failure('challenge_invalid');
      if (outcome === 'code_used') throw new Failure('code_invalid');
      if (outcome === 'changed') return outcome;
      await leaveSession(needs, context);
      context.note({ result: 'session', method });
      return signedIn(record, token, organization, await remembered);
    });
  } finally {
    // On every path: a write still in progress when the answer is sent would be cut off.
    await Promise.all([settled, remembered]);
  }
};
