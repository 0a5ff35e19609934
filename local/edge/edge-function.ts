import vm from 'node:vm';

/** What a CloudFront function sees of a request, and may change. */
type EdgeRequest = { method: string; uri: string; querystring: object; headers: Record<string, { value: string }> };
type Handler = (event: unknown) => EdgeRequest;

type Changed = { path: string; headers: Record<string, string> };
type Seen = { method: string; path: string; headers: Record<string, string>; viewerIp: string };

/** Runs a CloudFront function on viewers' requests, isolated from everything in Node. */
export const createEdgeFunction = (source: string): ((request: Seen) => Changed) => {
  const handler = vm.runInNewContext(`${source}\nhandler;`) as Handler;
  return ({ method, path, headers, viewerIp }) => {
    const wrapped = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: viewerIp },
      request: { method, uri: path, querystring: {}, headers: wrapped },
    };
    const changed = handler(event);
    const unwrapped = Object.entries(changed.headers).map(([name, { value }]) => [name, value]);
    return { path: changed.uri, headers: Object.fromEntries(unwrapped) };
  };
};
