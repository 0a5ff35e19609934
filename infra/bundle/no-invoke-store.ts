/**
 * Replaces Lambda's store for concurrent invocations, which these functions do not have: without it, the trace id,
 * which stops endless recursion, is in the environment, where the SDK also looks.
 */
export const InvokeStore = { getInstanceAsync: async () => undefined };
