const MOST_CHARACTERS = 64;
/**
 * How long a label may be in the URI, where a space takes three bytes (`%20`) and a CJK character nine. The issuer
 * appears there twice, and together the two labels decide how dense the QR code is: at most version 10, 57 modules a
 * side. With its margin and the width in web/styles/two-factor.css, that leaves five pixels for each module.
 */
const MOST_BYTES = { issuer: 72, account: 63 };

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * As many leading characters as fit. They are counted as people see them, so no emoji is cut in half and no letter
 * loses its marks.
 */
const fitting = (text: string, mostBytes: number): string => {
  let kept = '';
  for (const { segment } of characters.segment(text)) {
    const longer = kept + segment;
    if (Array.from(longer).length > MOST_CHARACTERS || encodeURIComponent(longer).length > mostBytes) break;
    kept = longer;
  }
  return kept;
};

/**
 * Removes control characters and invisible marks except joiners, which Persian, the scripts of India and emoji need.
 * `:` separates issuer and account in the label, and no library escapes it.
 */
const label = (text: string, mostBytes: number): string =>
  fitting(
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]|:/gu, '')
      .trim(),
    mostBytes,
  ).trim();

/**
 * Issuer and account as the authenticator app will show them: at most 64 characters each, or fewer if they take many
 * bytes.
 */
export const labels = (organizationName: string, email: string): { issuer: string; account: string } => ({
  issuer: label(organizationName, MOST_BYTES.issuer),
  account: label(email, MOST_BYTES.account),
});
