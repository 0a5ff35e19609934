import { describe, expect, it } from 'vitest';
import { whereFor } from '../../../shared/delivery/mail/reader.ts';

const userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0';
const munich = { country: 'DE', city: 'Munich' };

describe('where something came from, in a mail', () => {
  it.each([
    ['en', '192.0.2.1 (Firefox on Windows, near Munich, Germany)'],
    ['de', '192.0.2.1 (Firefox unter Windows, in der Nähe von Munich, Deutschland)'],
    ['es', '192.0.2.1 (Firefox en Windows, cerca de Munich, Alemania)'],
    ['fr', '192.0.2.1 (Firefox sur Windows, près de Munich, Allemagne)'],
    ['ar', '192.0.2.1 (⁨Firefox⁩ على ⁨Windows⁩، بالقرب من ⁨Munich⁩، ألمانيا)'],
  ] as const)('is address, device and place in the reader’s language: %s', (language, where) => {
    expect(whereFor({ language }, { ip: '192.0.2.1', userAgent, place: munich })).toBe(where);
  });

  it('is as much as is known', () => {
    const where = (place?: { country: string; city?: string }) => whereFor({}, { ip: '192.0.2.1', place });
    expect(where()).toBe('192.0.2.1');
    expect(where({ country: 'DE' })).toBe('192.0.2.1 (Germany)');
    expect(where(munich)).toBe('192.0.2.1 (near Munich, Germany)');
    expect(where({ country: 'ZZ' })).toBe('192.0.2.1 (Unknown Region)');
  });
});
