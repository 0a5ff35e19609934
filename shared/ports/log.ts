/** Writes one structured line. */
export type Log = (line: Record<string, unknown>) => void;
