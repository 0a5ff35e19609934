import { Failure } from '../domain/errors.ts';
import { iso, MINUTE } from '../domain/instant.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { Context } from '../domain/request.ts';
import { issueToken } from '../domain/tokens.ts';
import type { Ids, Random } from '../ports.ts';
import type { PasswordTokens, Users } from '../store-ports.ts';
import { liveToken } from './steps/live-token.ts';
import { newEvent } from './steps/new-event.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = {
  passwordTokens: Pick<PasswordTokens, 'get' | 'exchange'>;
  users: Pick<Users, 'get'>;
  random: Random;
  ids: Ids;
  numbers: Numbers;
};

/**
 * The owner says of what a mail told: that was not me. Every session and every open sign-in ends, and the link's token is
 * exchanged, once, for one that sets another password within half an hour.
 * @throws Failure `challenge_invalid` for a link that is unknown, used, expired, or of another kind of mail
 */
export const reportNotMe = (needs: Needs, context: Context, { token }: { token: string }) =>
  untilUnchanged(async () => {
    const { user, found } = await liveToken(needs, context, token);
    if (found.purpose !== 'not_me') throw new Failure('challenge_invalid');
    const next = issueToken('invitation', user.id, needs.random);
    const expiresAt = context.now + needs.numbers.resetMinutes * MINUTE;
    const outcome = await needs.passwordTokens.exchange({
      user,
      token: found,
      next: { hash: next.hash, purpose: 'reset', expiresAt, passwordVersion: user.passwordVersion },
      event: newEvent(needs, context, 'reported_not_me', user.id),
      now: context.now,
    });
    if (outcome === 'token_gone') throw new Failure('challenge_invalid');
    return outcome === 'changed' ? outcome : { token: next.token, expiresAt: iso(expiresAt) };
  });
