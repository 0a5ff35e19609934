import { isLine, SHORTEST_LINE, withoutSwaps } from './password-patterns.ts';
import { type Repetition, repetitionsAt } from './repetitions.ts';

/*
 * Estimates how many guesses a password takes if it was made the way people make them: a common one followed by digits,
 * repeated, with signs for letters, or two of them together. It is cut into the pieces that cost an attacker least (as
 * zxcvbn does, Wheeler 2016); all costs are logarithms to base 10.
 */

type Words = {
  /** The rank of a word among the most used, starting at 1. */
  rankOf(word: string): number | undefined;
  /** What an attacker tries first for this account. */
  context: ReadonlySet<string>;
};

/** What a piece costs an attacker, and the context words that it uses. */
type Estimate = { cost: number; context: string[] };
type Kind = 'word' | 'line' | 'context' | 'single';
type Piece = Estimate & { kind: Kind; end: number };

const LONGEST_WORD = 40;
const SHORTEST_WORD = 2;
const CHANGED = 0.5;
const LINE = 1;
const YEAR = 1.5;
const CONTEXT = 0.3;

/**
 * The cost of a single character: one of 10 digits, 26 letters, a few common separators, the other signs, or the other
 * scripts.
 */
const single = (character: string): number => {
  if (/\d/.test(character)) return 1;
  if (/[a-z]/.test(character)) return 1.4;
  if (/[ \-_.,!?]/.test(character)) return 0.5;
  return character <= '\u007f' ? 1.5 : 2.5;
};

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{M}]/u.test(character);

/**
 * Where words begin and end: at Unicode's word boundaries, where letters meet anything else, and where a capital
 * follows a small letter. Between two such points, a context word counts only next to other context words: `willow`
 * does not contain Will.
 */
const boundariesOf = (points: string[]): Set<number> => {
  const found = new Set([0, points.length]);
  points.forEach((point, at) => {
    const before = points[at - 1];
    const isCamel = /\p{Lu}/u.test(point) && before !== undefined && /\p{Ll}/u.test(before);
    if (isCamel || isLetter(point) !== isLetter(before)) found.add(at);
  });
  const starts = new Map<number, number>();
  points.reduce((units, point, at) => {
    starts.set(units, at);
    return units + point.length;
  }, 0);
  for (const { index } of new Intl.Segmenter('en', { granularity: 'word' }).segment(points.join(''))) {
    const at = starts.get(index);
    if (at !== undefined) found.add(at);
  }
  return found;
};

const wordCost = (text: string, reversed: string, { rankOf }: Words): number | undefined => {
  const forms = [[text, 0] as const, ...[reversed, ...withoutSwaps(text)].map((form) => [form, CHANGED] as const)];
  const costs = forms.flatMap(([form, change]) => {
    const rank = rankOf(form);
    return rank === undefined ? [] : [Math.log10(rank) + change];
  });
  return costs.length > 0 ? Math.min(...costs) : undefined;
};

const contextIn = (text: string, { context }: Words): string | undefined =>
  [text, ...withoutSwaps(text)].find((form) => context.has(form));

/** Looks up a text in the lists, forward and backward. */
const listed = (text: string, reversed: string, end: number, words: Words): Piece[] => {
  const known = contextIn(text, words);
  const cost = wordCost(text, reversed, words);
  return [
    ...(known === undefined ? [] : [{ kind: 'context' as const, end, cost: CONTEXT, context: [known] }]),
    ...(cost === undefined ? [] : [{ kind: 'word' as const, end, cost, context: [] }]),
  ];
};

/** The pieces found in the list, in the context or along a row of keys, by where they begin. */
const knownAt = (lower: string[], begin: number, words: Words): Piece[] => {
  const pieces: Piece[] = [{ kind: 'single', end: begin + 1, cost: single(lower[begin] ?? ''), context: [] }];
  const addLine = (end: number, cost: number) => pieces.push({ kind: 'line', end, cost, context: [] });
  let [text, reversed] = [lower[begin] ?? '', lower[begin] ?? ''];
  let wasLine = true;
  for (let end = begin + SHORTEST_WORD; end <= Math.min(lower.length, begin + LONGEST_WORD); end += 1) {
    const next = lower[end - 1] ?? '';
    // No word in any list continues after a space.
    if (next === ' ') break;
    text += next;
    reversed = next + reversed;
    pieces.push(...listed(text, reversed, end, words));
    wasLine &&= end - begin < SHORTEST_LINE || isLine(text);
    if (wasLine && end - begin >= SHORTEST_LINE) addLine(end, LINE + Math.log10(end - begin));
    if (/^(19|20)\d\d$/.test(text)) addLine(end, YEAR);
  }
  return pieces;
};

/** Whether a piece may follow: inside a run of letters, a context word counts only next to other context words. */
const mayFollow = (last: Kind, next: Kind, isBoundary: boolean): boolean => {
  if (isBoundary) return true;
  if (next === 'context') return last === 'context';
  return last !== 'context' || next === 'line';
};

/** The cheapest way to cut a text. */
const cheapest = (points: string[], piecesAt: (begin: number) => Piece[]): Estimate => {
  const boundaries = boundariesOf(points);
  const best: Map<Kind, Estimate>[] = Array.from({ length: points.length + 1 }, () => new Map());
  best[0]?.set('single', { cost: 0, context: [] });
  points.forEach((_, begin) => {
    const before = [...(best[begin] ?? [])];
    for (const { kind, end, cost, context } of piecesAt(begin))
      for (const [last, begun] of before) {
        const total = begun.cost + cost;
        const known = best[end]?.get(kind)?.cost ?? Number.POSITIVE_INFINITY;
        if (total < known && mayFollow(last, kind, boundaries.has(begin)))
          best[end]?.set(kind, { cost: total, context: [...begun.context, ...context] });
      }
  });
  return [...(best.at(-1)?.values() ?? [])].reduce((one, other) => (other.cost < one.cost ? other : one));
};

/** The logarithm of the guesses that a password takes, and the context words that make it so low. */
export const guesses = (password: string, words: Words): Estimate => {
  const points = Array.from(password.normalize('NFKC'));
  const lower = points.map((point) => point.toLowerCase());
  const known = points.map((_, begin) => knownAt(lower, begin, words));
  const once = new Map<string, Estimate>();
  /** Estimates one repeated part by itself, without looking for repetitions within it. */
  const partial = (part: Repetition): Estimate => {
    const text = part.once.join('');
    const before = once.get(text);
    if (before !== undefined) return before;
    const parts = part.once.map((point) => point.toLowerCase());
    const estimate = cheapest(part.once, (begin) => knownAt(parts, begin, words));
    once.set(text, estimate);
    return estimate;
  };
  return cheapest(points, (begin) => [
    ...(known[begin] ?? []),
    ...repetitionsAt(points, lower, begin).map((part): Piece => {
      const { cost, context } = partial(part);
      return { kind: 'line', end: part.end, cost: cost + Math.log10(part.times), context };
    }),
  ]);
};
