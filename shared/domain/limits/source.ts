import { isIPv4, isIPv6 } from 'node:net';

/** One group for everything that is not an address, so that writing nonsense does not earn anyone a separate budget. */
const UNKNOWN = 'unknown';

const GROUPS = 8;
/** The /64, which is what one customer gets: the first four groups. */
const OF_CUSTOMER = 4;

/** The eight groups of a valid IPv6 address. The URL parser writes each address in only one way (RFC 5952). */
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

/** The prefixes of IPv6 addresses whose last 32 bits are an IPv4 address: RFC 4291, 2.5.5.2 and RFC 6052. */
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

/** Removes what may surround an address: brackets, a port, the zone of a link-local address. */
const bare = (ip: string): string => {
  const text = ip.trim();
  const inside = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  const withoutPort = inside ?? (isIPv6(text) ? text : text.replace(/:\d{1,5}$/, ''));
  return withoutPort.replace(/%.*$/, '');
};

/**
 * The source that an address counts as: an IPv4 address counts by itself; an IPv6 address counts as its /64, since a
 * single customer has all of that; an IPv4 address in IPv6 form counts as the IPv4 address. However an address is
 * written, it is the same source.
 */
export const sourceOf = (ip: string): string => {
  const address = bare(ip);
  if (isIPv4(address)) return address;
  return isIPv6(address) ? sourceOfIPv6(address) : UNKNOWN;
};
