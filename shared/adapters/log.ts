import type { Log } from '../ports/log.ts';

/** Writes one line of JSON to standard output, which Lambda stores as one log event. */
export const consoleLog: Log = (line) => {
  console.log(JSON.stringify(line));
};
