import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../../shared/domain/limits/source.ts';

type Groups = number[];
const group = fc.integer({ min: 0, max: 0xffff });
const some = fc.oneof(fc.constant(0), group);
const ipv6 = fc
  .tuple(group, some, some, some, some, some, some, some)
  .filter(([first]) => first !== 0 && first !== 0x64);
const ipv4 = fc.tuple(...([0, 1, 2, 3].map(() => fc.nat(255)) as [fc.Arbitrary<number>, ...fc.Arbitrary<number>[]]));
const port = fc.integer({ min: 0, max: 65_535 });

const long = (groups: Groups): string => groups.map((part) => part.toString(16).padStart(4, '0')).join(':');
const short = (groups: Groups): string => groups.map((part) => part.toString(16)).join(':');
/** With `::` for the run of zeros that begins at a given place, if there is one. */
const compressed = (groups: Groups, at: number): string => {
  const begin = groups.indexOf(0, at);
  if (begin < 0) return short(groups);
  let end = begin;
  while (groups[end] === 0) end += 1;
  return `${short(groups.slice(0, begin))}::${short(groups.slice(end))}`;
};
const dotted = (groups: Groups): string => {
  const [high = 0, low = 0] = groups.slice(6);
  return `${short(groups.slice(0, 6))}:${[high >> 8, high & 255, low >> 8, low & 255].join('.')}`;
};

describe('a source', () => {
  it('of IPv6 is the same in every notation of the address, and for every other address of its /64', () => {
    fc.assert(
      fc.property(ipv6, ipv6, fc.nat(7), port, (groups, other, at, number) => {
        const source = `${short(groups.slice(0, 4))}::/64`;
        const forms = [long(groups), short(groups), compressed(groups, at), dotted(groups)];
        for (const form of forms.flatMap((text) => [text, text.toUpperCase()]))
          for (const written of [form, ` ${form} `, `[${form}]`, `[${form}]:${number}`, `${form}%eth0`])
            expect([written, sourceOf(written)]).toEqual([written, source]);
        // CloudFront writes a port after an IPv6 address without brackets: with all eight groups, the port can be recognized.
        expect(sourceOf(`${long(groups)}:${number}`)).toBe(source);
        expect(sourceOf(short([...groups.slice(0, 4), ...other.slice(4)]))).toBe(source);
      }),
    );
  });

  it('of another /64 is another', () => {
    fc.assert(
      fc.property(ipv6, fc.nat(3), fc.integer({ min: 1, max: 0xffff }), (groups, at, change) => {
        const other = groups.map((part, index) => (index === at ? part ^ change : part));
        fc.pre(other[0] !== 0 && other[0] !== 0x64);
        expect(sourceOf(short(other))).not.toBe(sourceOf(short(groups)));
      }),
    );
  });

  it('of IPv4 is the same in every notation, from every port, mapped into IPv6 and translated by NAT64', () => {
    fc.assert(
      fc.property(ipv4, port, (bytes, number) => {
        const [a = 0, b = 0, c = 0, d = 0] = bytes;
        const address = bytes.join('.');
        const pair = [(a << 8) | b, (c << 8) | d];
        const carried = [
          [0, 0, 0, 0, 0, 0xffff, ...pair],
          [0x64, 0xff9b, 0, 0, 0, 0, ...pair],
        ].flatMap((groups) => [
          ...[long(groups), short(groups), compressed(groups, 0), compressed(groups, 2), dotted(groups)],
        ]);
        const prefixed = [`::ffff:${address}`, `::FFFF:${short(pair)}`, `64:ff9b::${address}`];
        for (const form of [address, `${address}:${number}`, ` ${address}`, ...carried, ...prefixed])
          expect([form, sourceOf(form)]).toEqual([form, address]);
        for (const form of [...carried, ...prefixed]) expect(sourceOf(`[${form}]:${number}`)).toBe(address);
      }),
    );
  });

  it('that is not an address is always the same, whatever it says', () => {
    const texts = ['', 'unknown', '-', '203.0.113', '203.0.113.256', '203.000.113.009', '1.2.3.4.5', '0x7f.1', '12345'];
    const more = [
      '[',
      '[]',
      '[]:80',
      ':::',
      '2001:db8',
      '2001:db8::g',
      '1::2::3',
      '203.0.113.9:http',
      '203.0.113.9, 1.1.1.1',
    ];
    expect(new Set([...texts, ...more].map(sourceOf))).toEqual(new Set(['unknown']));
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:[]% /') });
    const taken = /^(unknown|\d+(\.\d+){3}|[\da-f]+(:[\da-f]+){3}::\/64)$/;
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (text) => {
        expect(sourceOf(text)).toMatch(taken);
      }),
    );
  });

  it.each([
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (ip, source) => {
    expect(sourceOf(ip)).toBe(source);
  });
});
