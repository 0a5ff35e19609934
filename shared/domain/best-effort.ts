import type { Context } from './request.ts';

/**
 * Best effort, and never in silence: a write that is not worth a person's answer leaves its name in the log line when it
 * fails. A refund that cannot be written leaves a limit stricter, never looser.
 */
export const bestEffort = async (
  { note }: Pick<Context, 'note'>,
  what: string,
  writing: Promise<unknown>,
): Promise<void> => {
  await writing.catch((error: unknown) => {
    note({ failed: `${what}: ${error instanceof Error ? error.name : 'unknown'}` });
  });
};
