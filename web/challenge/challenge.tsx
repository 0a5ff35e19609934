import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useSignedIn } from '../api/account.ts';
import { Loading } from '../components/pending.tsx';
import { destinationOf } from '../destination.ts';
import { rememberEmail } from '../forms/known-email.ts';
import { Frame } from '../layout/frame.tsx';
import { Page } from '../layout/page.tsx';
import { texts } from '../texts/index.ts';
import { BypassCodeForm, RecoveryForm, TotpForm } from './challenge-forms.tsx';
import { type ChallengeState, readChallengeState } from './challenge-state.ts';
import { useLeave } from './use-challenge.ts';
import { useTimeLeft } from './use-time-left.ts';

const { challenge } = texts;

const forms = { totp: TotpForm, recovery: RecoveryForm, pass: BypassCodeForm };
type Way = keyof typeof forms;
const FAILURES_BEFORE_HELP = 2;
const others: Record<Way, Way[]> = {
  totp: ['recovery', 'pass'],
  recovery: ['totp', 'pass'],
  pass: ['totp', 'recovery'],
};

const TimeLeft = ({ state }: { state: ChallengeState | undefined }) => {
  const leave = useLeave(state);
  const left = useTimeLeft(state?.endsAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the time is up; `leave` differs each time
  useEffect(() => {
    if (left === 0) void leave();
  }, [left]);
  if (left === undefined) return null;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p class="hint">
      {challenge.timeLeft} <span class="digits">{clock}</span>
    </p>
  );
};

const Ways = ({ state }: { state: ChallengeState | undefined }) => {
  const [way, setWay] = useState<Way>('totp');
  const [failures, setFailures] = useState(0);
  const WayForm = forms[way];
  const place = useRef<HTMLDivElement>(null);
  // One page, one field: it is ready for the code. Someone who chose another way goes on there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another one for each way
  useEffect(() => place.current?.querySelector('input')?.focus(), [way]);
  const help = way === 'totp' ? challenge.stuck : challenge.stuckOtherwise;
  return (
    <>
      <div ref={place}>
        <WayForm state={state} onFailure={() => setFailures((count) => count + 1)} />
      </div>
      {/* Always present, so that a change in it is announced. */}
      <p role="status">{failures >= FAILURES_BEFORE_HELP ? help : ''}</p>
      {others[way].map((other) => (
        <p key={other}>
          <button type="button" class="link" onClick={() => setWay(other)}>
            {challenge.ways[other]}
          </button>
        </p>
      ))}
      <p>
        <a href="/lost-phone">{challenge.lostPhone}</a>
      </p>
      <TimeLeft state={state} />
      <p>
        <a href="/sign-in">{challenge.back}</a>
      </p>
    </>
  );
};

/** Not through this tab's sign-in: another tab may have started the challenge, or finished it. */
const OpenedByHand = () => {
  const { query, route } = useLocation();
  const account = useSignedIn();
  useEffect(() => {
    if (account) route(destinationOf(query.next), true);
  }, [account, query.next, route]);
  return account === null ? <Ways state={undefined} /> : <Loading />;
};

/** The second step of signing in. It survives a reload, because the challenge is in a cookie. */
export const ChallengePage = () => {
  const [state] = useState(readChallengeState);
  useEffect(() => {
    if (state) rememberEmail(state.email);
  }, [state]);
  return (
    <Frame>
      <Page title={challenge.title} narrow leavesFocus>
        {state ? (
          <>
            <p>
              {challenge.as} <strong class="wrap">{state.email}</strong>
            </p>
            <Ways state={state} />
          </>
        ) : (
          <OpenedByHand />
        )}
      </Page>
    </Frame>
  );
};
