import vm from 'node:vm';

/** What a CloudFront function sees of a request, and may change. */
type EdgeRequest = { method: string; uri: string; querystring: object; headers: Record<string, { value: string }> };
type Handler = (event: unknown) => EdgeRequest;
type Origin = { hostHeader?: string };

type Changed = { path: string; headers: Record<string, string>; hostHeader?: string | undefined };
type Seen = { method: string; path: string; headers: Record<string, string>; viewerIp: string };

const IMPORT = /^import cf from 'cloudfront';$/m;

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
    const unwrapped = Object.entries(changed.headers).map(([name, { value }]) => [name, value]);
    return { path: changed.uri, headers: Object.fromEntries(unwrapped), hostHeader: origin.hostHeader };
  };
};
