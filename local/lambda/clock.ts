/**
 * The functions' clock: real time plus what the control server added. Shared memory, so that all instances, running
 * or yet to start, see a change at once.
 */
export const createSharedClock = () => {
  const buffer = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(buffer);
  const clients = new Map<string, number>();
  return {
    buffer,
    /** For everybody, or for the instances while they work for one client: as if their clocks differed. */
    advance(seconds: number, client?: string): void {
      const milliseconds = Math.round(seconds * 1_000);
      if (client === undefined) Atomics.add(cell, 0, BigInt(milliseconds));
      else clients.set(client, (clients.get(client) ?? 0) + milliseconds);
    },
    /** What a client's requests see besides. */
    offsetOf: (client: string): number => clients.get(client) ?? 0,
    offsetMs: (): number => Number(Atomics.load(cell, 0)),
  };
};
export type SharedClock = ReturnType<typeof createSharedClock>;
