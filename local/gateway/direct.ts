import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { HttpAnswer, HttpRequest } from './exchange.ts';

/** The API's own address, past the edge: on AWS, it is open beside it. */
export const createDirect = (api: (request: HttpRequest) => Promise<HttpAnswer>) =>
  createServer(async (incoming, outgoing) => {
    const address = String(incoming.headers['x-local-source-ip'] ?? incoming.socket.remoteAddress ?? '');
    const headers = Object.fromEntries(
      Object.entries(incoming.headers)
        .filter(([name]) => name !== 'x-local-source-ip')
        .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
    );
    try {
      const { method = 'GET', url = '/', httpVersion } = incoming;
      const body = await buffer(incoming);
      const answer = await api({ method, url, httpVersion, headers, body, sourceIp: address, viewerIp: address });
      outgoing.writeHead(answer.status, answer.headers);
      outgoing.end(answer.body);
    } catch {
      outgoing.destroy();
    }
  });
