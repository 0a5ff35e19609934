import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../../shared/entry/http/request/client-address.ts';

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
    expect(clientAddress(event(headers), secret)).toBe('192.0.2.7');
  });

  it.each([
    ['no secret', { 'x-viewer-address': '192.0.2.7' }],
    ['another secret', { 'x-origin-secret': 'guessed', 'x-viewer-address': '192.0.2.7' }],
    ['an empty secret', { 'x-origin-secret': '', 'x-viewer-address': '192.0.2.7' }],
    ['no address', { 'x-origin-secret': SECRET }],
    ['an address in the header of a proxy', { 'x-origin-secret': 'guessed', 'x-forwarded-for': '192.0.2.7' }],
  ])('is what the API saw, with %s', (_, headers) => {
    expect(clientAddress(event(headers as Record<string, string>), secret)).toBe('198.51.100.1');
  });
});
