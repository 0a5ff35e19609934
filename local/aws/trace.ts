/** One AWS call of one request, as the local cloud saw it on the wire. */
export type AwsCall = {
  requestId: string;
  function: string;
  service: string;
  action: string;
  /** Milliseconds since the local cloud started; calls of a request that overlap were made in parallel. */
  startedMs: number;
  durationMs: number;
  /** By DynamoDB's rules; 0 for a call that failed. */
  readUnits: number;
  writeUnits: number;
  sentBytes: number;
  receivedBytes: number;
  outcome: string;
};

/** One event that a function has handled. `cpuMs`: its thread's CPU time, without waiting and without hashing. */
export type Invocation = { requestId: string; function: string; cpuMs: number };

const MOST = 100_000;

type OfRequest = { requestId: string };

/** What was added, for all requests or for one; the oldest entries go when there are too many. */
const recent = <T extends OfRequest>() => {
  let all: T[] = [];
  return {
    add(one: T): void {
      all.push(one);
      if (all.length > MOST) all = all.slice(MOST / 2);
    },
    of: (requestId: string | null): T[] =>
      requestId === null ? all : all.filter((one) => one.requestId === requestId),
    clear(): void {
      all = [];
    },
  };
};

/** The calls and invocations, for finding out what a request costs. */
export const createTrace = () => ({ calls: recent<AwsCall>(), invocations: recent<Invocation>() });
export type Trace = ReturnType<typeof createTrace>;
