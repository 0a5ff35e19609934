const MOST_DIGITS = 4;

/**
 * A scheme, host, address or telephone number, including the compatibility forms that mail programs turn into links.
 */
export const looksLikeAddress = (name: string): boolean => {
  const plain = name.normalize('NFKC').replace(/\u3002/g, '.');
  const digits = plain.match(/\p{N}/gu) ?? [];
  return /[/:@\\]|\bwww\b|\.[\p{L}\p{N}]{2}/iu.test(plain) || digits.length > MOST_DIGITS;
};
