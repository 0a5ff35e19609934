/** The median, and the values that enclose the middle half. */
export const quartiles = (values: number[]): { low: number; median: number; high: number } => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
};

/**
 * Mann-Whitney U as a z value: how far two samples are from being drawn from one distribution. Between -2 and 2, this
 * many measurements cannot tell them apart.
 */
export const rankTest = (a: number[], b: number[]): number => {
  const ranked = [...a.map((value) => ({ value, of: 'a' })), ...b.map((value) => ({ value, of: 'b' }))].sort(
    (x, y) => x.value - y.value,
  );
  const rankSum = ranked.reduce((sum, { of }, index) => (of === 'a' ? sum + index + 1 : sum), 0);
  const u = rankSum - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  return (u - mean) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
};
