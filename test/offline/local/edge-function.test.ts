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
