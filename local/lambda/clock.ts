/**
 * The functions' clock: real time plus what the control server added. It is in shared memory, so that all instances,
 * running or not yet started, see a change at once.
 */
export const createSharedClock = () => {
  const buffer = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(buffer);
  const clients = new Map<string, number>();
  return {
    buffer,
    /** For everyone, or for the instances while they handle one client's requests: as if their clocks differed. */
    advance(seconds: number, client?: string): void {
      const milliseconds = Math.round(seconds * 1_000);
      if (client === undefined) Atomics.add(cell, 0, BigInt(milliseconds));
      else clients.set(client, (clients.get(client) ?? 0) + milliseconds);
    },
    /** The additional offset that a client's requests see. */
    offsetOf: (client: string): number => clients.get(client) ?? 0,
    offsetMs: (): number => Number(Atomics.load(cell, 0)),
  };
};
export type SharedClock = ReturnType<typeof createSharedClock>;
