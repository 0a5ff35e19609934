/**
 * The functions' clock: real time plus what the control server added. Shared memory, so that all instances, running
 * or yet to start, see a change at once.
 */
export const createSharedClock = () => {
  const buffer = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const cell = new BigInt64Array(buffer);
  return {
    buffer,
    advance: (seconds: number): void => void Atomics.add(cell, 0, BigInt(Math.round(seconds * 1_000))),
    offsetMs: (): number => Number(Atomics.load(cell, 0)),
  };
};
export type SharedClock = ReturnType<typeof createSharedClock>;
