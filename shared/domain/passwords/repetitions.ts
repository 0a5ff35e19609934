/** A text repeated from some position on: the repeated text, where the last repetition ends, and how many there are. */
export type Repetition = { once: string[]; end: number; times: number };

/**
 * The minimum length of a repeating text: two repetitions, where the second may lack the separator that ends the first.
 */
const leastOf = (points: string[], begin: number, period: number): number =>
  /[\p{L}\p{N}]/u.test(points[begin + period - 1] ?? '') ? 2 * period : Math.max(2 * period - 1, period + 1);

/** `abcabcab`: the same text again and again, where the last repetition may be incomplete. */
const periodic = (points: string[], lower: string[], begin: number): Repetition[] => {
  const found: Repetition[] = [];
  for (let period = 1; begin + 2 * period - 1 <= lower.length; period += 1) {
    // A period that itself repeats was already found as the shorter period.
    if (found.some(({ once, end }) => period % once.length === 0 && end >= begin + period)) continue;
    let end = begin + period;
    while (end < lower.length && lower[end] === lower[end - period]) end += 1;
    if (end >= begin + leastOf(points, begin, period))
      found.push({ once: points.slice(begin, begin + period), end, times: (end - begin) / period });
  }
  return found;
};

const LEAST_STUTTERED = 3;

/** `aabbccdd`: each character occurs as often as the first. */
const stuttered = (points: string[], lower: string[], begin: number): Repetition[] => {
  let times = 1;
  while (lower[begin + times] === lower[begin]) times += 1;
  const once: string[] = [];
  let end = begin;
  const stands = (): boolean => end + times <= lower.length && new Set(lower.slice(end, end + times)).size === 1;
  for (; stands(); end += times) once.push(points[end] ?? '');
  return times > 1 && once.length >= LEAST_STUTTERED ? [{ once, end, times }] : [];
};

export const repetitionsAt = (points: string[], lower: string[], begin: number): Repetition[] => [
  ...periodic(points, lower, begin),
  ...stuttered(points, lower, begin),
];
