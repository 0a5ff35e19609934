import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useAccount } from '../../api/account.ts';
import { Ask } from '../../components/ask.tsx';
import { useDoing } from '../../components/use-doing.tsx';
import { useIdentity } from '../../identity/use-identity.tsx';
import { userTexts } from '../../texts/users.ts';
import { allUsers } from './all-users.ts';
import { type BulkAction, doToAll, type Skipped, suits } from './bulk-work.ts';
import { filterOf } from './filter.ts';
import type { Selection } from './use-selection.ts';

const { bulk: words, reminders } = userTexts;
const reasons = ['recently', 'declined', 'not_set_up', 'suspended', 'enabled', 'not_found'] as const;

/** The results, with a sentence for each reason. */
const sayingOf = (action: BulkAction, done: number, skipped: Skipped): string => {
  const countOf = (reason: Skipped[number]['reason']): number => skipped.filter((one) => one.reason === reason).length;
  const left = reasons
    .filter((reason) => countOf(reason) > 0)
    .map((reason) => reminders.skipped[reason](countOf(reason)));
  return [words.done[action](done), ...left].join(' ');
};

const actions = ['remind', 'invite', 'suspend'] as const;
type Running = { count: number; of: number };

type Props = {
  selection: Selection;
  /** Whether there are more users than this page shows. */
  hasMore: boolean;
  onDone(): void;
};

/** What can be done to the selected users, with its progress and its result in the same place. */
export const BulkBar = ({ selection: { selected, set, leave, clear }, hasMore, onDone }: Props) => {
  const { query } = useLocation();
  const { account } = useAccount();
  const { told, isBusy, doing } = useDoing();
  const { dialog, withIdentity } = useIdentity();
  const [running, setRunning] = useState<Running>();
  const [isAsking, setAsking] = useState(false);
  const stopped = useRef(false);
  const place = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const isRunning = running !== undefined;
  // The button that began it has made room for the one that ends it.
  useEffect(() => {
    if (isRunning) stop.current?.focus();
  }, [isRunning]);
  // Someone who leaves the page leaves the work as it is: nobody could see or stop it.
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const idsFor = (action: BulkAction): string[] =>
    [...selected.values()].filter((user) => suits[action](user, account.id)).map(({ id }) => id);

  const collect = () =>
    doing(async () => {
      set(await allUsers(filterOf(query)), true);
      return undefined;
    });
  const run = (action: BulkAction) =>
    doing(async () => {
      const ids = idsFor(action);
      stopped.current = false;
      setRunning({ count: 0, of: ids.length });
      try {
        const { done, skipped, isComplete } = await doToAll({
          ...{ action, ids, withIdentity, isStopped: () => stopped.current },
          onProgress: (count, dealtWith) => {
            setRunning({ count, of: ids.length });
            // What is done is not done again, should the rest fail.
            leave(dealtWith);
          },
        });
        if (isComplete) clear();
        return done === 0 && !isComplete ? undefined : sayingOf(action, done, skipped);
      } finally {
        setRunning(undefined);
        onDone();
      }
    });
  const begin = (action: BulkAction): void => {
    if (action === 'suspend') setAsking(true);
    else void run(action);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div class="bulk" role="group" aria-label={words.title} ref={place} tabIndex={-1}>
      {told}
      {running && (
        <div class="actions">
          <progress max={running.of} value={running.count} aria-label={words.title} />
          <span>{words.progress(running.count, running.of)}</span>
          <button type="button" class="secondary small" ref={stop} onClick={() => (stopped.current = true)}>
            {words.stop}
          </button>
        </div>
      )}
      {selected.size > 0 && !running && (
        <div class="actions" aria-busy={isBusy}>
          <strong>{words.selected(selected.size)}</strong>
          {actions
            .map((action) => ({ action, count: idsFor(action).length }))
            .filter(({ count }) => count > 0)
            .map(({ action, count }) => (
              <button
                type="button"
                key={action}
                class={action === 'suspend' ? 'danger small' : 'secondary small'}
                onClick={() => begin(action)}
              >
                {words.act[action](count)}
              </button>
            ))}
          {hasMore && (
            <button type="button" class="link" onClick={collect}>
              {words.selectAll}
            </button>
          )}
          <button
            type="button"
            class="link"
            onClick={() => {
              place.current?.focus();
              clear();
            }}
          >
            {words.clear}
          </button>
        </div>
      )}
      {isAsking && (
        <Ask
          question={{
            title: words.suspendTitle(idsFor('suspend').length),
            lead: words.suspendLead,
            submit: userTexts.userActions.suspend,
          }}
          onCancel={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void run('suspend');
          }}
        />
      )}
      {dialog}
    </div>
  );
};
