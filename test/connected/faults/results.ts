import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export type Outcome = {
  status: number;
  /** Done although the answer does not say so. */
  wasLost: boolean;
  violations: string[];
};
type Line = Outcome & { name: string };

const linesOf = (file: string): Line[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    : [];

/**
 * The results of a sweep, one line each as they come in: a full run takes longer than some machines stay undisturbed,
 * so it can continue where it stopped. Without a file, none are kept.
 */
export const keptResults = (file: string | undefined) => {
  const kept = new Map((file === undefined ? [] : linesOf(file)).map(({ name, ...outcome }) => [name, outcome]));
  return {
    of: (name: string): Outcome | undefined => kept.get(name),
    keep: (name: string, { status, wasLost, violations }: Outcome): void => {
      if (file === undefined || kept.has(name)) return;
      appendFileSync(file, `${JSON.stringify({ name, status, wasLost, violations })}\n`);
    },
  };
};
