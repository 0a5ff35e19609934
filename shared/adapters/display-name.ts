/** RFC 2047, 2: an encoded word has at most 75 characters, of which `=?UTF-8?B?` and `?=` are 12; base64 takes 4 for 3. */
const MOST_BYTES = 45;

/** Parts of a text that are short enough, each of whole characters. */
const parts = (text: string): string[] => {
  const found = [''];
  for (const character of text) {
    const longer = found.at(-1) + character;
    if (Buffer.byteLength(longer) > MOST_BYTES) found.push(character);
    else found[found.length - 1] = longer;
  }
  return found;
};

/**
 * A name before an address, as a mail's header has it: as it is if it needs nothing, or else in encoded words, in which
 * no character can end the name or begin an address.
 */
export const displayName = (name: string): string =>
  /^[A-Za-z0-9 ]+$/.test(name)
    ? name
    : parts(name)
        .map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`)
        .join(' ');
