import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { inviteAgain, issueOneTimePass, resetTwoFactor, updateUser } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { Ask } from '../layout/ask.tsx';
import { useDoing } from '../layout/use-doing.tsx';
import { texts } from '../texts.ts';
import { type HandOut, HandOutNotice } from './hand-out.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const { userActions: words } = texts;
type UserView = z.infer<typeof User>;

/** What an administrator may do to somebody else's account. `onChanged`: as the account is now. */
export const UserActions = ({ user, onChanged }: { user: UserView; onChanged(user: UserView): void }) => {
  const { account } = useAccount();
  const { dialog, withIdentity } = useIdentity();
  const { told, doing } = useDoing();
  const [question, setQuestion] = useState<'reset' | 'pass' | 'suspend' | null>(null);
  const [handOut, setHandOut] = useState<HandOut | null>(null);
  if (account.id === user.id) return null;
  const { id: userId } = user;

  const setStatus = (status: UserView['status']) =>
    doing(async () => {
      onChanged(await call(updateUser, { userId, status }));
      return status === 'active' ? words.reactivated : words.suspended;
    });
  const reset = (reason: string) =>
    doing(async () => {
      const isDone = await withIdentity(async () => {
        await call(resetTwoFactor, { userId, reason });
        return true;
      });
      if (!isDone) return undefined;
      onChanged({ ...user, twoFactor: { status: 'disabled' } });
      return words.reset;
    });
  const invite = () =>
    doing(async () => {
      const made = await withIdentity(() => call(inviteAgain, { userId }));
      if (made) setHandOut({ lead: words.invitation, text: made.invitation.url, expiresAt: made.invitation.expiresAt });
      return undefined;
    });
  const makePass = (reason: string) =>
    doing(async () => {
      const made = await withIdentity(() => call(issueOneTimePass, { userId, reason }));
      if (made) setHandOut({ lead: words.oneTimePassMade, text: made.oneTimePass, expiresAt: made.expiresAt });
      onChanged(user);
      return undefined;
    });

  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{words.title}</h2>
      {told}
      {handOut && <HandOutNotice {...handOut} />}
      <div class="actions">
        {user.twoFactor.status === 'enabled' && (
          <button type="button" class="danger" onClick={() => setQuestion('reset')}>
            {words.resetTwoFactor}
          </button>
        )}
        {user.twoFactor.status === 'enabled' && (
          <button type="button" class="secondary" onClick={() => setQuestion('pass')}>
            {words.oneTimePass}
          </button>
        )}
        <button type="button" class="secondary" onClick={invite}>
          {words.invite}
        </button>
        {user.status === 'active' ? (
          <button type="button" class="danger" onClick={() => setQuestion('suspend')}>
            {words.suspend}
          </button>
        ) : (
          <button type="button" class="secondary" onClick={() => setStatus('active')}>
            {words.reactivate}
          </button>
        )}
      </div>
      {question === 'suspend' && (
        <Ask
          question={words.suspendDialog}
          onCancel={() => setQuestion(null)}
          onYes={() => {
            setQuestion(null);
            void setStatus('suspended');
          }}
        />
      )}
      {question === 'reset' && (
        <ReasonDialog
          words={words.resetDialog}
          onCancel={() => setQuestion(null)}
          onReason={(reason) => {
            setQuestion(null);
            void reset(reason);
          }}
        />
      )}
      {question === 'pass' && (
        <ReasonDialog
          words={words.oneTimePassDialog}
          onCancel={() => setQuestion(null)}
          onReason={(reason) => {
            setQuestion(null);
            void makePass(reason);
          }}
        />
      )}
      {dialog}
    </section>
  );
};
