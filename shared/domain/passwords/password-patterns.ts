/*
 * What people make passwords from apart from words: keyboard rows, alphabets, runs of one character, signs for letters.
 */

const rows = ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];

/** Diagonals of the keyboard, down to the right and down to the left: `1qaz`, `zse4`. */
const slanted = Array.from({ length: 13 }, (_, column) => [
  rows.map((row, index) => (index === 0 ? row[column + 1] : row[column]) ?? '').join(''),
  rows.map((row, index) => (index === 0 ? row[column + 1] : row[column - index]) ?? '').join(''),
]).flat();

const lines = [
  ...rows,
  ...slanted,
  ...['01234567890123', '13579', '24680', '!@#$%^&*()_+', '!"§$%&/()=', 'abcdefghijklmnopqrstuvwxyz'],
  ...['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'],
  ...['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
].flatMap((line) => [line, Array.from(line).reverse().join('')]);

export const SHORTEST_LINE = 3;

/** Part of a keyboard row or diagonal, part of an alphabet, or one character repeated. */
export const isLine = (text: string): boolean => {
  const characters = Array.from(text);
  if (characters.length < SHORTEST_LINE) return false;
  return new Set(characters).size === 1 || lines.some((line) => line.includes(text));
};

const swaps = new Map([
  ...(Object.entries({ 0: 'o', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' }) as [string, string][]),
  ...(Object.entries({ '@': 'a', $: 's', '€': 'e', '+': 't', '(': 'c', '|': 'l' }) as [string, string][]),
]);

const swapped = /[013-9@$€+(|!]/;

/** Puts the letters back into a text in which digits and signs replace some of them, such as `p4$$w0rd`. */
export const withoutSwaps = (text: string): string[] => {
  if (!swapped.test(text) || !/\p{L}/u.test(text)) return [];
  const plain = Array.from(text, (character) => swaps.get(character) ?? character).join('');
  return [plain.replace(/[1!]/g, 'i'), plain.replace(/[1!]/g, 'l')];
};
