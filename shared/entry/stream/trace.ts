/** An error by name, and where it happened; never what was being delivered. */
export const trace = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        at: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8),
      }
    : {};
