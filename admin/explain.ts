import { problems } from '../shared/contract/problems.ts';
import { Failure, type FailureCode } from '../shared/domain/errors.ts';

/** What to do about a failure, if its title does not say. */
const advice: Partial<Record<FailureCode, string>> = {
  email_taken: '`invite-again --email <address>` prints another link for them',
};

const sentence = (failure: Failure): string => {
  // A failure's message is its code, unless a command had something better to say.
  const text = failure.message === failure.code ? problems[failure.code].title : failure.message;
  const more = advice[failure.code];
  return more ? `${text}: ${more}` : text;
};

/** What went wrong, in one line: a failure by its title, trouble with AWS by the name of its cause. */
export const explain = (error: unknown): string => {
  if (!(error instanceof Failure)) return error instanceof Error ? error.message : String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.name}: ${error.cause.message})` : '';
  return sentence(error) + cause;
};

/** The same for a program, which decides by the code whether to try again. */
export const explainAsJson = (error: unknown): string =>
  JSON.stringify({ error: explain(error), ...(error instanceof Failure && { code: error.code }) });
