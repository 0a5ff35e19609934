import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { remindUsers } from '../../shared/contract/operations/follow-up.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { useDoing } from '../components/use-doing.tsx';
import { userTexts } from '../texts/users.ts';

const { reminders: words } = userTexts;
type UserView = z.infer<typeof User>;

/**
 * The users who can get a reminder: someone who never signed in has to set a password first, which takes an invitation.
 */
const mayBeReminded = ({ twoFactor, status, lastSignIn }: UserView): boolean =>
  twoFactor.status === 'disabled' && status === 'active' && lastSignIn !== null;

type Skipped = ReplyOf<typeof remindUsers>['skipped'];
const reasons = ['recently', 'not_set_up', 'suspended', 'enabled', 'not_found'] as const;

/** The results, with a sentence for each reason. */
const outcomeOf = (reminded: number, skipped: Skipped): string => {
  const countOf = (reason: Skipped[number]['reason']): number => skipped.filter((one) => one.reason === reason).length;
  const left = reasons.filter((reason) => countOf(reason) > 0).map((reason) => words.skipped[reason](countOf(reason)));
  return [words.sent(reminded), ...left].join(' ');
};

/** Which users of a page are selected, and the button that sends them a reminder. */
export const useReminders = (users: UserView[]) => {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { told, isBusy, doing } = useDoing();
  const candidates = users.filter(mayBeReminded).map(({ id }) => id);
  const chosen = candidates.filter((id) => selected.has(id));
  const select = (ids: string[], isOn: boolean): void => {
    const next = new Set(selected);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    setSelected(next);
  };
  const send = () =>
    doing(async () => {
      if (chosen.length === 0) return words.none;
      const { reminded, skipped } = await call(remindUsers, { userIds: chosen });
      setSelected(new Set());
      return outcomeOf(reminded.length, skipped);
    });
  const boxOf = (user: UserView) =>
    mayBeReminded(user) && (
      <input
        type="checkbox"
        aria-label={words.select(user.email)}
        checked={selected.has(user.id)}
        onChange={({ currentTarget }) => select([user.id], currentTarget.checked)}
      />
    );
  const bar = candidates.length > 0 && (
    <div class="actions" aria-busy={isBusy}>
      <button type="button" class="secondary" onClick={() => select(candidates, chosen.length < candidates.length)}>
        {chosen.length < candidates.length ? words.all : words.no}
      </button>
      <button type="button" class="secondary" onClick={send}>
        {words.send}
      </button>
    </div>
  );
  return { boxOf, bar, told };
};
