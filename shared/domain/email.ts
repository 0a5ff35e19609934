import type { Fault } from './errors.ts';

/*
 * Email addresses: everything that `<input type="email">` accepts and a mail server can deliver to, in one canonical
 * form. This uses only what browsers support too, since the pages check with the same rules.
 */

const MOST_BYTES = 254;
const MOST_LOCAL = 64;
const MOST_LABEL = 63;

/** Full-width forms of ASCII, as East Asian keyboards enter them; no mailbox uses them. */
const plain = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Invisible marks and spaces that get copied along with an address. */
const edges = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the ASCII characters are what is meant
const ascii = /^[\u0000-\u007f]*$/;
/** ASCII is limited to the characters of host names: a URL parser gives meaning to `/`, `@`, `%` and others. */
const international = /^[a-z0-9.\-\u0080-\u{10ffff}]+$/u;

/** The domain in ASCII (UTS #46), as DNS and mail servers use it; unchanged if it has no such form. */
const asciiDomain = (domain: string): string => {
  if (ascii.test(domain) || !international.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain;
  }
};

const split = (address: string): [local: string, domain: string | undefined] => {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, undefined] : [address.slice(0, at), address.slice(at + 1)];
};

const normalized = (typed: string): string => plain(typed.normalize('NFC')).replace(edges, '').toLowerCase();

/** The canonical form of an address: NFC, lower case, and the domain in ASCII, so that one mailbox is one account. */
export const canonicalEmail = (typed: string): string => {
  const [local, domain] = split(normalized(typed));
  return domain === undefined ? local : `${local}@${asciiDomain(domain)}`;
};

/**
 * The common prefix of the canonical forms of all addresses that begin with this text. The punycode of an incomplete
 * label is not known yet, but it begins with the label's ASCII characters. While only those have been typed, the label
 * is assumed to contain no others.
 */
export const canonicalEmailPrefix = (typed: string): string => {
  const [local, domain] = split(normalized(typed));
  if (domain === undefined) return local;
  if (ascii.test(domain)) return `${local}@${domain}`;
  const labels = domain.normalize('NFKC').split(/[.\u3002]/);
  const last = labels.pop() ?? '';
  const begun = ascii.test(last) ? last : `xn--${last.replace(/[^a-z0-9-]/g, '')}`;
  return `${local}@${[...labels.map(asciiDomain), begun].join('.')}`;
};

const localFault = (local: string): Fault | undefined => {
  if (!ascii.test(local))
    return {
      code: 'email_accents',
      detail: 'Use only unaccented letters, digits and symbols before the @',
    };
  if (local.length > MOST_LOCAL)
    return {
      code: 'email_name_too_long',
      detail: `Use at most ${MOST_LOCAL} characters before the @`,
      value: String(MOST_LOCAL),
    };
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return { code: 'email_dots', detail: 'Before the @, a dot cannot be first, last or doubled' };
  // The atoms of RFC 5322: addresses that need quotes are excluded, as in HTML.
  if (!/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(local))
    return {
      code: 'email_characters',
      detail: 'Before the @, spaces, quotes, brackets, commas, colons and backslashes are not allowed',
    };
  return undefined;
};

const domainFault = (domain: string): Fault | undefined => {
  const labels = domain.split('.');
  if (domain.startsWith('[') || /^(\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? ''))
    return { code: 'email_ip_address', detail: 'Use a domain name after the @, not an IP address' };
  if (labels.some((label) => label.length > MOST_LABEL))
    return {
      code: 'email_label_too_long',
      detail: `Use at most ${MOST_LABEL} characters between two dots of the domain`,
      value: String(MOST_LABEL),
    };
  if (!labels.every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label)))
    return { code: 'email_domain', detail: 'After the @, use a domain name, like example.com' };
  // No mail server may answer for a top-level domain alone (RFC 7085), and `ada@gmail` is a slip.
  if (labels.length < 2)
    return {
      code: 'email_domain_incomplete',
      detail: 'The domain after the @ is incomplete: it needs a dot, like example.com',
    };
  return undefined;
};

/** Why mail cannot be delivered to an address in its canonical form; undefined if it can. */
export const emailFault = (address: string): Fault | undefined => {
  const [local, domain] = split(address);
  if (domain === undefined || local === '' || domain === '')
    return { code: 'email_incomplete', detail: 'Enter an email address, like name@example.com' };
  if (/\p{Cc}/u.test(address)) return { code: 'control_character', detail: 'Control characters are not allowed' };
  const fault = localFault(local) ?? domainFault(domain);
  if (fault) return fault;
  return address.length > MOST_BYTES
    ? { code: 'too_long', detail: `Use at most ${MOST_BYTES} characters`, value: String(MOST_BYTES) }
    : undefined;
};
