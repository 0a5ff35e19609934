import type { Context } from './request.ts';

/**
 * Waits for a write that the request can succeed without. If it fails, the log line names it. A refund that cannot be
 * written leaves a limit stricter, never looser.
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
