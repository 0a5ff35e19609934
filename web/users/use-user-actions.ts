import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import {
  endUserSessions,
  inviteAgain,
  issueBypassCode,
  liftWaits,
  resetTwoFactor,
} from '../../shared/contract/operations/administration.ts';
import { deleteUser } from '../../shared/contract/operations/lifecycle.ts';
import { updateUser } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { call } from '../api/call.ts';
import { useDoing } from '../components/use-doing.tsx';
import { useIdentity } from '../identity/use-identity.tsx';
import { userTexts } from '../texts/users.ts';
import type { HandOut } from './hand-out.tsx';

const { userActions: words } = userTexts;
type UserView = z.infer<typeof User>;

/**
 * The work behind the buttons of a user's page. All of it requires a recently confirmed identity, which `dialog` asks
 * for.
 */
export const useUserActions = (user: UserView, onChanged: (user: UserView) => void, onDeleted: () => void) => {
  const { dialog, withIdentity } = useIdentity();
  const { told, isBusy, doing } = useDoing();
  const [handOut, setHandOut] = useState<HandOut | null>(null);
  const { id: userId } = user;

  /** `finish` gets the answer and returns the message to show; it is not called if the person cancels the dialog. */
  const act = <Reply>(ask: () => Promise<Reply>, finish: (reply: Reply) => string | undefined): Promise<void> =>
    doing(async () => {
      setHandOut(null);
      const done = await withIdentity(async () => ({ reply: await ask() }));
      return done && finish(done.reply);
    });

  const setStatus = (status: UserView['status']) =>
    act(
      () => call(updateUser, { userId, status }),
      (changed) => {
        onChanged(changed);
        return status === 'active' ? words.reactivated : words.suspended;
      },
    );
  const invite = () =>
    act(
      () => call(inviteAgain, { userId }),
      ({ invitation, sentTo }) => {
        // A user who already has a password gets the link by mail, and no one else sees it.
        if (sentTo) setHandOut({ lead: words.invitationSent(sentTo) });
        if (invitation) setHandOut({ lead: words.invitation, text: invitation.url, expiresAt: invitation.expiresAt });
        onChanged(user);
        return undefined;
      },
    );
  const reset = (reason: string) =>
    act(
      () => call(resetTwoFactor, { userId, reason }),
      () => {
        onChanged({ ...user, twoFactor: { status: 'disabled' } });
        return words.reset;
      },
    );
  const sendPass = (reason: string) =>
    act(
      () => call(issueBypassCode, { userId, reason }),
      ({ sentTo, expiresAt }) => {
        setHandOut({ lead: words.bypassCodeSent(sentTo), expiresAt });
        onChanged(user);
        return undefined;
      },
    );
  const remove = () =>
    act(
      () => call(deleteUser, { userId }),
      () => {
        onDeleted();
        return undefined;
      },
    );
  const endSessions = (reason: string) =>
    act(
      () => call(endUserSessions, { userId, reason }),
      () => {
        onChanged(user);
        return words.sessionsEnded;
      },
    );
  const endWaits = (reason: string) =>
    act(
      () => call(liftWaits, { userId, reason }),
      () => {
        onChanged(user);
        return words.waitsLifted;
      },
    );

  return {
    told,
    isBusy,
    dialog,
    handOut,
    setStatus,
    invite,
    remove,
    forReason: { reset, pass: sendPass, waits: endWaits, sessions: endSessions },
  };
};
