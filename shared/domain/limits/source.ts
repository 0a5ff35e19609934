import { isIPv4, isIPv6 } from 'node:net';

/** Whatever is no address: all of it together, so that nobody gets a budget of their own by writing nonsense. */
const UNKNOWN = 'unknown';

const GROUPS = 8;
/** The /64: what one customer has, down to the fourth group. */
const OF_CUSTOMER = 4;

/** The eight groups of a valid IPv6 address. The URL parser writes each address in one way (RFC 5952). */
const groupsOf = (address: string): number[] => {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const numbers = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const [left, right] = [numbers(head), numbers(tail ?? '')];
  return [...left, ...Array<number>(GROUPS - left.length - right.length).fill(0), ...right];
};

/** What an IPv6 address begins with if its last 32 bits are an IPv4 address: RFC 4291, 2.5.5.2 and RFC 6052. */
const carriers = [
  [0, 0, 0, 0, 0, 0xffff],
  [0x64, 0xff9b, 0, 0, 0, 0],
];

const sourceOfIPv6 = (address: string): string => {
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(-2);
  if (carriers.some((carrier) => carrier.every((group, index) => group === groups[index])))
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return `${groups
    .slice(0, OF_CUSTOMER)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
};

/** Without what may stand around an address: brackets, a port, the zone of a link-local one. */
const bare = (ip: string): string => {
  const text = ip.trim();
  const inside = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  const withoutPort = inside ?? (isIPv6(text) ? text : text.replace(/:\d{1,5}$/, ''));
  return withoutPort.replace(/%.*$/, '');
};

/**
 * Whom a source address stands for: an IPv4 address itself, an IPv6 address its /64, since a single customer has all of
 * that; an IPv4 address in IPv6 form is the IPv4 address. However it is written, the same address is the same source.
 */
export const sourceOf = (ip: string): string => {
  const address = bare(ip);
  if (isIPv4(address)) return address;
  return isIPv6(address) ? sourceOfIPv6(address) : UNKNOWN;
};
