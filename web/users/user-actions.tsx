import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { User } from '../../shared/contract/schemas.ts';
import { useAccount } from '../api/account.ts';
import { Ask } from '../components/ask.tsx';
import { userTexts } from '../texts/users.ts';
import { HandOutNotice } from './hand-out.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useUserActions } from './use-user-actions.ts';

const { userActions: words } = userTexts;
type UserView = z.infer<typeof User>;
type Props = { user: UserView; onChanged(user: UserView): void; onDeleted(): void };
type Question = 'reset' | 'pass' | 'waits' | 'suspend' | 'delete' | 'sessions';

const dialogs = {
  reset: words.resetDialog,
  pass: words.bypassCodeDialog,
  waits: words.liftWaitsDialog,
  sessions: words.endSessionsDialog,
};

const Actions = ({ user, onChanged, onDeleted }: Props) => {
  const [question, setQuestion] = useState<Question | null>(null);
  const actions = useUserActions(user, onChanged, onDeleted);
  const { told, isBusy, dialog, handOut, setStatus, invite, remove, forReason } = actions;
  const isInvited = user.state === 'invited';
  const isOn = user.twoFactor.status === 'enabled';
  const isActive = user.status === 'active';
  const closing =
    <Given extends unknown[]>(act: (...given: Given) => Promise<void>) =>
    (...given: Given): void => {
      setQuestion(null);
      void act(...given);
    };
  const button = (text: string, onClick: () => void, kind: 'danger' | 'secondary' = 'secondary') => (
    <button type="button" class={kind} onClick={onClick}>
      {text}
    </button>
  );
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{words.title}</h2>
      {handOut && <HandOutNotice {...handOut} />}
      {told}
      <div class="actions" aria-busy={isBusy}>
        {isOn && button(words.resetTwoFactor, () => setQuestion('reset'), 'danger')}
        {isOn && isActive && button(words.bypassCode, () => setQuestion('pass'))}
        {isActive && button(words.invite, invite)}
        {isActive && !isInvited && button(words.endSessions, () => setQuestion('sessions'))}
        {button(words.liftWaits, () => setQuestion('waits'))}
        {isActive
          ? button(words.suspend, () => setQuestion('suspend'), 'danger')
          : button(words.reactivate, () => setStatus('active'))}
        {button(isInvited ? words.withdraw : words.delete, () => setQuestion('delete'), 'danger')}
      </div>
      {question === 'suspend' && (
        <Ask
          question={words.suspendDialog}
          onCancel={() => setQuestion(null)}
          onYes={closing(() => setStatus('suspended'))}
        />
      )}
      {question === 'delete' && (
        <Ask
          question={isInvited ? words.withdrawDialog : words.deleteDialog}
          onCancel={() => setQuestion(null)}
          onYes={closing(remove)}
        />
      )}
      {question !== null && question !== 'suspend' && question !== 'delete' && (
        <ReasonDialog
          words={dialogs[question]}
          isDangerous={question === 'reset'}
          onCancel={() => setQuestion(null)}
          onReason={closing(forReason[question])}
        />
      )}
      {dialog}
    </section>
  );
};

/** What an administrator may do to someone else's account. `onChanged` receives the account as it is now. */
export const UserActions = (props: Props) => {
  const { account } = useAccount();
  return account.id === props.user.id ? <p>{userTexts.user.own}</p> : <Actions {...props} />;
};
