import { Failure } from '../domain/errors.ts';
import type { Context } from '../domain/request.ts';
import type { Ids } from '../ports.ts';
import type { PasswordTokens, Sessions, Users } from '../store-ports.ts';
import { liveToken } from './steps/live-token.ts';
import { newEvent } from './steps/new-event.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';

type Needs = {
  passwordTokens: Pick<PasswordTokens, 'get'>;
  users: Pick<Users, 'get'>;
  sessions: Pick<Sessions, 'endOthers'>;
  ids: Ids;
};

/**
 * The owner says of what a mail told: that was not me. Every session and every open sign-in ends; the link goes on to
 * set another password.
 * @throws Failure `challenge_invalid` for a link that is unknown, expired, or of another kind of mail
 */
export const reportNotMe = (needs: Needs, context: Context, { token }: { token: string }) =>
  untilUnchanged(async () => {
    const { user, found } = await liveToken(needs, context, token);
    if (found.purpose !== 'not_me') throw new Failure('challenge_invalid');
    const event = newEvent(needs, context, 'reported_not_me', user.id);
    return needs.sessions.endOthers({ user, session: null, event });
  });
