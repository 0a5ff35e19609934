import vm from 'node:vm';
import type { HttpAnswer } from '../gateway/exchange.ts';

type Headers = Record<string, { value: string }>;
/** What a CloudFront function sees of a request, and may change. */
type EdgeRequest = { method: string; uri: string; querystring: object; headers: Headers };
/** An answer of its own: the request goes no further. */
type EdgeResponse = { statusCode: number; headers: Headers; body?: string };
type Handler = (event: unknown) => EdgeRequest | EdgeResponse;
type Origin = { hostHeader?: string };

type Changed = {
  path: string;
  headers: Record<string, string>;
  hostHeader?: string | undefined;
  answer?: HttpAnswer;
};
type Seen = { method: string; path: string; headers: Record<string, string>; viewerIp: string };

const IMPORT = /^import cf from 'cloudfront';$/m;

const unwrapped = (headers: Headers): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]));

/** Runs a CloudFront function on viewers' requests, isolated from everything in Node. */
export const createEdgeFunction = (source: string): ((request: Seen) => Changed) => {
  let origin: Origin = {};
  const cf = { updateRequestOrigin: (changed: Origin) => void Object.assign(origin, changed) };
  const handler = vm.runInNewContext(`${source.replace(IMPORT, '')}\nhandler;`, { cf }) as Handler;
  return ({ method, path, headers, viewerIp }) => {
    const wrapped = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: viewerIp },
      request: { method, uri: path, querystring: {}, headers: wrapped },
    };
    origin = {};
    const changed = handler(event);
    if ('statusCode' in changed) {
      const { statusCode: status, body = '' } = changed;
      return { path, headers, answer: { status, headers: unwrapped(changed.headers), body: Buffer.from(body) } };
    }
    return { path: changed.uri, headers: unwrapped(changed.headers), hostHeader: origin.hostHeader };
  };
};
