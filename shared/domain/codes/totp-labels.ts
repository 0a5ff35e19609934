const MOST_CHARACTERS = 64;
/**
 * How long a label may be as it stands in the URI, where a space takes three bytes (`%20`) and a CJK character nine. The
 * issuer is there twice, and both together decide how fine the QR code gets: at most version 10, 57 modules a side. With
 * its margin and the width in web/styles/two-factor.css, that is five pixels of the page for each module.
 */
const MOST_BYTES = { issuer: 72, account: 63 };

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** From the beginning, as many characters as fit, each as people see it: no half of an emoji, no letter without its marks. */
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
 * Control characters go, and marks that cannot be seen, but for the joiners: Persian, the scripts of India and emoji need
 * them. `:` separates issuer and account in the label, and no library escapes it.
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

/** Issuer and account as the authenticator app will show them: at most 64 characters each, and fewer where they are long as bytes. */
export const labels = (organizationName: string, email: string): { issuer: string; account: string } => ({
  issuer: label(organizationName, MOST_BYTES.issuer),
  account: label(email, MOST_BYTES.account),
});
