import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/api-error.ts';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import type { Loaded } from '../api/use-loaded.ts';
import { texts } from '../texts/index.ts';
import { Sentence } from './sentence.tsx';

type Props<Value> = { loaded: Loaded<Value>; children(value: Value): ComponentChildren };

/** Whether asking again may give another answer. */
const mayPass = ({ code }: ApiError): boolean =>
  ['offline', 'temporarily_unavailable', 'internal', 'too_many_attempts'].includes(code);

export const Loading = () => (
  <p class="loading" aria-busy="true">
    {texts.general.loading}
  </p>
);

/** The button goes with what it replaces: its section keeps the focus. */
const again = (button: HTMLElement, loaded: { again(): void }): void => {
  const place = button.closest<HTMLElement>('section, main');
  if (place) place.tabIndex = -1;
  place?.focus();
  loaded.again();
};

/** Something that is still loading, has failed (with a way to try again, if that may help), or is there. */
export const Pending = <Value,>({ loaded, children }: Props<Value>) => {
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'done') return <>{children(loaded.value)}</>;
  return (
    <div class="notice failure" role="alert">
      <p>
        <Sentence text={sentenceOf(loaded.error)} href={wayOutOf(loaded.error)} />
      </p>
      {mayPass(loaded.error) && (
        <button type="button" class="secondary" onClick={(event) => again(event.currentTarget, loaded)}>
          {texts.general.tryAgain}
        </button>
      )}
    </div>
  );
};
