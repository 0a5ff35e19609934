import type { Organization } from '../../domain/entities/organization.ts';
import type { Challenge, Guesser, TwoFactor } from '../../domain/entities/two-factor.ts';
import type { User } from '../../domain/entities/user.ts';
import { Failure } from '../../domain/errors.ts';
import type { Context } from '../../domain/request.ts';
import { readToken, type TokenReference } from '../../domain/tokens.ts';
import type { SecondFactorProof, TwoFactors } from '../../factor-ports.ts';
import type { Limits } from '../../limit-ports.ts';
import type { KeptReplies, SecurityEvents, SignIns, Users } from '../../store-ports.ts';
import { answeringAgain, keeping } from './answer-again.ts';
import { quietly, rememberDevice, spendSource, tooManyAttempts } from './guess-limits.ts';
import { newEvent, STRANGER } from './new-event.ts';
import { prepareSignIn, type SignedInNeeds, signedIn } from './signed-in.ts';
import { untilUnchanged } from './until-unchanged.ts';

export type AnswerNeeds = SignedInNeeds & {
  keptReplies: KeptReplies;
  limits: Pick<Limits, 'takeSource' | 'giveBackSource' | 'rememberDevice'>;
  twoFactors: Pick<TwoFactors, 'reserveAttempt'>;
  users: Pick<Users, 'get'>;
  signIns: Pick<SignIns, 'completeWithSecondFactor'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
};
type Reserved = { reference: TokenReference; user: User; twoFactor: TwoFactor; challenge: Challenge };

/** A challenge belongs to the user as they were when the password was right: any change since then ends it. */
const stillStands = (user: User | null, challenge: Challenge): user is User =>
  user?.status === 'active' && user.authVersion === challenge.authVersion;

/**
 * Spends one attempt of source, user and challenge before anything looks at the code.
 * @throws Failure `challenge_invalid` for a token that is malformed, unknown, used, expired, spent, or outdated;
 * `too_many_attempts` where a limit says wait
 */
export const reserveAttempt = async (
  needs: AnswerNeeds,
  context: Context,
  kind: SecondFactorProof['kind'],
  challengeToken: string | undefined,
): Promise<Reserved> => {
  const reference = readToken('challenge', challengeToken ?? '');
  // The source first, by itself: a request that it may not make costs the user nothing.
  const [user] = await Promise.all([reference && needs.users.get(reference.userId), spendSource(needs, context)]);
  if (!reference) throw new Failure('challenge_invalid');
  const { userId, hash } = reference;
  const reserved = await needs.twoFactors.reserveAttempt({ userId, challengeHash: hash, kind, now: context.now });
  if (reserved && 'retryAt' in reserved) {
    context.note({ userId, reason: reserved.retryAt === null ? 'factor_retired' : 'second_factor_limit' });
    throw tooManyAttempts(reserved, context.now);
  }
  if (!reserved || !stillStands(user, reserved.challenge)) throw new Failure('challenge_invalid');
  context.note({ userId });
  return { reference, user, ...reserved };
};

/** A challenge that is gone because this very request answered it gets the answer again. */
export const onceForAll = <Reply>(needs: AnswerNeeds, context: Context, answer: () => Promise<Reply>): Promise<Reply> =>
  answeringAgain(needs, context, ['challenge_invalid'], answer);

/** Whose counter an attempt was charged to, and a success clears. */
export const guesserOf = ({ fromKnownDevice }: Challenge): Guesser => (fromKnownDevice ? 'device' : 'stranger');

const methodOf = {
  totp: 'password+totp',
  recovery_code: 'password+recovery_code',
  one_time_pass: 'password+one_time_pass',
} as const;

/** So many wrong codes by strangers who had the right password are no slip of a finger any more. */
const FIRST_ALARM = 3;
const NEXT_ALARMS = 10;
/** Counted for the user over all challenges, until a second factor is right: starting anew does not begin anew. */
const isAlarming = (failures: number): boolean => failures === FIRST_ALARM || failures % NEXT_ALARMS === 0;

/**
 * Compares what answers the challenge. The right password and then wrong codes, from a device that was not known: the
 * owner hears that somebody may know the password.
 */
export const proveOrAlarm = async <Proof>(
  needs: AnswerNeeds,
  context: Context,
  { user, twoFactor, challenge }: Reserved,
  prove: () => Promise<Proof>,
): Promise<Proof> => {
  try {
    return await prove();
  } catch (error) {
    const isWrong = error instanceof Failure && error.code === 'code_invalid';
    if (isWrong && !challenge.fromKnownDevice && isAlarming(twoFactor.guesses.stranger.count)) {
      const event = newEvent(needs, context, 'second_factor_failed', STRANGER);
      await quietly(needs.securityEvents.put(user.id, event));
    }
    throw error;
  }
};

/** Consumes challenge and proof and creates session and record, in one transaction. */
export const completeSignIn = (
  needs: AnswerNeeds,
  context: Context,
  { reference, challenge, ...reserved }: Reserved,
  proof: SecondFactorProof,
  organization: Organization,
) => {
  let asRead: User | undefined = reserved.user;
  const settled = quietly(needs.limits.giveBackSource(context.client.ip));
  const remembered = challenge.fromKnownDevice ? undefined : rememberDevice(needs, context, reserved.user, true);
  return untilUnchanged(async () => {
    const user = asRead ?? (await needs.users.get(reference.userId));
    asRead = undefined;
    if (!stillStands(user, challenge)) throw new Failure('challenge_invalid');
    const { record, token } = prepareSignIn(needs, context, user, methodOf[proof.kind], {
      isKnownDevice: challenge.fromKnownDevice,
      organization,
    });
    const completing = { ...record, challengeHash: reference.hash, proof };
    // An answer that is to be kept must be whole before the work is done.
    const answered = { userId: user.id, authVersion: user.authVersion, sessionHash: record.session.hash };
    const reply = context.idempotency && signedIn(record, token, organization, await remembered);
    const outcome = await needs.signIns.completeWithSecondFactor({
      ...completing,
      reply: keeping(needs, context, answered, reply),
    });
    if (outcome === 'challenge_gone') throw new Failure('challenge_invalid');
    if (outcome === 'code_used') throw new Failure('code_invalid');
    if (outcome === 'changed') return outcome;
    await settled;
    return signedIn(record, token, organization, await remembered);
  });
};
