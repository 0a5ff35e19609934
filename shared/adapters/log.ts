import type { Log } from '../ports/log.ts';

/** One line of JSON on standard output, which Lambda keeps as one log event. */
export const consoleLog: Log = (line) => {
  console.log(JSON.stringify(line));
};
