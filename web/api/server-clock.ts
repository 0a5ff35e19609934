let skewMs = 0;

/** The Date of an answer is cut to whole seconds. Taken at its latest, no time left is ever shown as too long. */
const CUT_MS = 999;

/** Learns from the Date of an answer how far off this machine's clock is. */
export const noteServerTime = (date: string | null): void => {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) skewMs = at + CUT_MS - Date.now();
};

/** The time by the server's clock. */
export const serverNow = (): number => Date.now() + skewMs;

/** Milliseconds until a time that the server named, whatever the local clock says. */
export const untilServerTime = (at: string): number => Date.parse(at) - serverNow();
