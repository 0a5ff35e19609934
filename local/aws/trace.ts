/** One AWS call of one request, as the local cloud saw it on the wire. */
export type AwsCall = {
  requestId: string;
  function: string;
  service: string;
  action: string;
  /** Milliseconds since the local cloud started; calls of a request that overlap were made in parallel. */
  startedMs: number;
  durationMs: number;
  /** Read or write units that the service says it consumed. Local counts transactions about double. */
  capacity: number;
  outcome: string;
};

const MOST_CALLS = 100_000;

/** The calls made, for who wants to know what a request costs; the oldest go when there are too many. */
export const createTrace = () => {
  let calls: AwsCall[] = [];
  return {
    add(call: AwsCall): void {
      calls.push(call);
      if (calls.length > MOST_CALLS) calls = calls.slice(MOST_CALLS / 2);
    },
    of: (requestId: string | null): AwsCall[] =>
      requestId === null ? calls : calls.filter((call) => call.requestId === requestId),
    clear(): void {
      calls = [];
    },
  };
};
export type Trace = ReturnType<typeof createTrace>;
