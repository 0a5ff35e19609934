import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/api-error.ts';
import { sentenceOf, wayOutOf } from '../api/sentences.ts';
import type { Loaded } from '../api/use-loaded.ts';
import { texts } from '../texts/index.ts';
import { Sentence } from './sentence.tsx';

type Props<Value> = { loaded: Loaded<Value>; children(value: Value): ComponentChildren };

/** Whether the same question may have another answer. */
const mayPass = ({ code }: ApiError): boolean =>
  ['offline', 'temporarily_unavailable', 'internal', 'too_many_attempts'].includes(code);

export const Loading = () => (
  <p class="loading" aria-busy="true">
    {texts.general.loading}
  </p>
);

/** Something that is on its way, has failed (with the way to try again, where that may help), or is there. */
export const Pending = <Value,>({ loaded, children }: Props<Value>) => {
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'done') return <>{children(loaded.value)}</>;
  return (
    <div class="notice failure" role="alert">
      <p>
        <Sentence text={sentenceOf(loaded.error)} href={wayOutOf(loaded.error)} />
      </p>
      {mayPass(loaded.error) && (
        <button type="button" class="secondary" onClick={loaded.again}>
          {texts.general.tryAgain}
        </button>
      )}
    </div>
  );
};
