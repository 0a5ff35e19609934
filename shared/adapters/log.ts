import type { Log } from '../ports/log.ts';

/**
 * Writes one line of JSON to standard output, which Lambda stores as one log event. Not with `console`: Lambda puts time,
 * request id and level before what that writes, and the line would be JSON no more.
 */
export const lineLog: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
