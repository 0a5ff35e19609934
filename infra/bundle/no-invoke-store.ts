/**
 * In place of Lambda's store of several invocations at once, which these functions do not have: the trace's id, which
 * stops endless recursion, is in the environment then, and the SDK looks there too.
 */
export const InvokeStore = { getInstanceAsync: async () => undefined };
