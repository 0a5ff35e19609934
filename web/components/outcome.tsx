import { Sentence } from './sentence.tsx';

export type Failure = { text: string; href?: string | undefined };
type Props = {
  /** What was done. Left out where nothing is ever said of that; empty, it waits for its words. */
  said?: string;
  /** What was not done, and why. */
  failure?: Failure | undefined;
};

/**
 * What came of a button, for the eye and for screen readers. The status is there before it says anything: only a change of
 * it is announced.
 */
export const Outcome = ({ said, failure }: Props) => (
  <>
    {said !== undefined && (
      <p role="status" class={said ? 'notice success' : ''}>
        {said}
      </p>
    )}
    {failure && (
      <p role="alert" class="notice failure">
        <Sentence {...failure} />
      </p>
    )}
  </>
);
