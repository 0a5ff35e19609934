/**
 * What an attacker tries first for this account: parts of the address, and the names of the person, company and
 * product.
 */
export type PasswordContext = { email: string; name: string; organizationName: string; productName: string };

const LEAST_CHARACTERS = 2;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment, ...segment.split(/[^\p{L}\p{M}\p{N}]+/u), ...segment.split(/[^\p{L}\p{M}]+/u)] : [],
  );

/** Also matches letters without their accents, since not every keyboard has them. */
const plainer = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** All of the address except the suffix of its domain, and each word of the names. */
export const contextWords = ({ email, name, organizationName, productName }: PasswordContext): Set<string> => {
  const address = email.replace(/\.[^.@]*$/, '').replace(/[@._+-]/g, ' ');
  const words = [address, name, organizationName, productName]
    .flatMap(wordsOf)
    .flatMap((word) => [word, plainer(word)])
    .map((word) => word.normalize('NFKC').toLowerCase());
  return new Set(words.filter((word) => Array.from(word).length >= LEAST_CHARACTERS));
};

/** The words that make up a whole text apart from digits and signs; undefined if it contains anything else. */
export const madeOfContext = (password: string, context: ReadonlySet<string>): string[] | undefined => {
  const letters = password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
  if (letters === '') return undefined;
  const ways: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    const last = [...context].find((word) => letters.endsWith(word, end) && ways[end - word.length] !== undefined);
    ways[end] = last === undefined ? undefined : [...(ways[end - last.length] ?? []), last];
  }
  return ways[letters.length];
};
