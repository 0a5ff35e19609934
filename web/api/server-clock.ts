let skewMs = 0;

/** Learns from the Date of an answer how far off this machine's clock is. */
export const noteServerTime = (date: string | null): void => {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) skewMs = at - Date.now();
};

/** Milliseconds until a time that the server named, whatever the local clock says. */
export const untilServerTime = (at: string): number => Date.parse(at) - (Date.now() + skewMs);
