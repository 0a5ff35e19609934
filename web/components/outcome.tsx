import { Sentence } from './sentence.tsx';

export type Failure = { text: string; href?: string | undefined };
type Props = {
  /** What was done. Omit it if nothing is ever said about that; empty, it waits for its text. */
  said?: string;
  /** What was not done, and why. */
  failure?: Failure | undefined;
  /** What is said is only that it goes on. */
  isWorking?: boolean;
};

const classOf = (said: string, isWorking: boolean): string => {
  if (isWorking) return 'working';
  return said ? 'notice success' : '';
};

/**
 * The result of a button, for both eyes and screen readers. The status element exists before it says anything: only a
 * change in it is announced.
 */
export const Outcome = ({ said, failure, isWorking = false }: Props) => (
  <>
    {said !== undefined && (
      <p role="status" class={classOf(said, isWorking)}>
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
