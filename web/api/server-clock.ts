let skewMs = 0;

/** Learns from the Date of an answer how far the clock of this machine is off. */
export const noteServerTime = (date: string | null): void => {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) skewMs = at - Date.now();
};

/** Milliseconds until a moment that the server named, whatever the clock here says. */
export const untilServerTime = (at: string): number => Date.parse(at) - (Date.now() + skewMs);
