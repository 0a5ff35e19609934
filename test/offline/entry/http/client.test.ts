import { describe, expect, it } from 'vitest';
import { clientOf } from '../../../../shared/entry/http/request/client.ts';

const SECRET = 'known to the edge alone';
const secret = { value: SECRET, isRequired: false };
const event = (headers: Record<string, string>) => ({
  headers,
  isBase64Encoded: false,
  requestContext: { requestId: 'r-1', http: { method: 'POST', path: '/', sourceIp: '198.51.100.1' } },
});

describe('the client’s address (rule 13)', () => {
  it('is what the edge reports, if the shared secret proves that it was the edge', () => {
    const headers = { 'x-origin-secret': SECRET, 'x-viewer-address': '192.0.2.7' };
    expect(clientOf(event(headers), secret).ip).toBe('192.0.2.7');
  });

  it('is what the edge reports after a rotation, too, before the functions know the new secret', () => {
    const sent = { 'x-origin-secret': 'the new one', 'x-previous-origin-secret': SECRET };
    const headers = { ...sent, 'x-viewer-address': '192.0.2.7' };
    expect(clientOf(event(headers), secret).ip).toBe('192.0.2.7');
  });

  it.each([
    ['no secret', { 'x-viewer-address': '192.0.2.7' }],
    ['another secret', { 'x-origin-secret': 'guessed', 'x-viewer-address': '192.0.2.7' }],
    ['an empty secret', { 'x-origin-secret': '', 'x-viewer-address': '192.0.2.7' }],
    ['no address', { 'x-origin-secret': SECRET }],
    ['an address in the header of a proxy', { 'x-origin-secret': 'guessed', 'x-forwarded-for': '192.0.2.7' }],
  ])('is what the API saw, with %s', (_, headers) => {
    expect(clientOf(event(headers as Record<string, string>), secret).ip).toBe('198.51.100.1');
  });
});

describe('the place of the client’s address', () => {
  const placeOf = (country: string, city?: string, sent = SECRET) =>
    clientOf(
      event({
        'x-origin-secret': sent,
        'cloudfront-viewer-country': country,
        ...(city !== undefined && { 'cloudfront-viewer-city': city }),
      }),
      secret,
    ).place;

  it('is what the edge reports: a country, and a city if the map has one', () => {
    expect(placeOf('DE', 'Munich')).toEqual({ country: 'DE', city: 'Munich' });
    expect(placeOf('DE')).toEqual({ country: 'DE' });
    expect(placeOf('BR', 'S%C3%A3o%20Paulo')).toEqual({ country: 'BR', city: 'São Paulo' });
    expect(placeOf('US', "Coeur d'Alene")).toEqual({ country: 'US', city: "Coeur d'Alene" });
  });

  it('is unknown to whoever does not come through the edge', () => {
    expect(placeOf('DE', 'Munich', 'guessed')).toBeUndefined();
  });

  it.each([
    ['no country', '', 'Munich', undefined],
    ['a country that is not a code', 'Germany', 'Munich', undefined],
    ['a city with markup', 'DE', '<b>Munich</b>', { country: 'DE' }],
    ['a city with a line break', 'DE', 'Munich%0AHello', { country: 'DE' }],
    ['a broken encoding', 'DE', 'M%FCnchen%', { country: 'DE' }],
    ['a city longer than any', 'DE', 'x'.repeat(65), { country: 'DE' }],
  ])('leaves out what is no place: %s', (_, country, city, place) => {
    expect(placeOf(country, city)).toEqual(place);
  });
});

describe('what the client says it is', () => {
  it('is kept up to 256 characters', () => {
    expect(clientOf(event({ 'user-agent': 'x'.repeat(300) }), secret).userAgent).toBe('x'.repeat(256));
    expect(clientOf(event({}), secret).userAgent).toBe('');
  });
});
