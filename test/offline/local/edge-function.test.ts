import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEdgeFunction } from '../../../local/edge/edge-function.ts';

const source = readFileSync(new URL('../../../infra/edge/api-request.js', import.meta.url), 'utf8');
const edge = createEdgeFunction(source.replace('API_HOST', 'api.example.com'));
const request = (headers: Record<string, string>, viewerIp: string) =>
  edge({ method: 'GET', path: '/v1/me', headers, viewerIp });

describe('the edge’s function on requests to the API', () => {
  it('reports only the viewer’s address, without a port, whatever the client claims (rule 13)', () => {
    const claimed = {
      ...{ 'x-viewer-address': '192.0.2.1', 'x-origin-secret': 'guessed' },
      'x-previous-origin-secret': 'guessed',
    };
    for (const ip of ['203.0.113.9', '2001:db8::1']) {
      expect(request(claimed, ip).headers).toEqual({ 'x-viewer-address': ip });
    }
  });

  it('names the API as host, since the viewer’s own would be refused', () => {
    expect(request({}, '203.0.113.9').hostHeader).toBe('api.example.com');
  });
});

describe('the edge’s function on requests for pages', () => {
  const pages = readFileSync(new URL('../../../infra/edge/page-request.js', import.meta.url), 'utf8');
  const ask = (path: string, contact = '') =>
    createEdgeFunction(pages.replace('CONTACT_FOR_SECURITY', contact))({
      ...{ method: 'GET', path },
      headers: {},
      viewerIp: '',
    });

  it('serves the one document', () => {
    for (const path of ['/', '/account', '/users/1', '/nothing']) expect(ask(path).path).toBe('/index.html');
  });

  it('names whom researchers reach, until a day that is to come', () => {
    const { answer } = ask('/.well-known/security.txt', 'mailto:security@acme.example');
    expect(answer?.status).toBe(200);
    const [, contact, expires = ''] = /^Contact: (.*)\nExpires: (.*)\n/.exec(String(answer?.body)) ?? [];
    expect(contact).toBe('mailto:security@acme.example');
    expect(Date.parse(expires)).toBeGreaterThan(Date.now());
    expect(ask('/.well-known/security.txt').answer?.status).toBe(404);
  });
});
