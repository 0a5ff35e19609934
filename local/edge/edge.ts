import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { HttpAnswer, HttpRequest } from '../gateway/exchange.ts';
import type { LocalBehavior, LocalDistribution } from '../template/distribution.ts';
import { createEdgeFunction } from './edge-function.ts';
import { createFiles } from './files.ts';

type Origin = (request: HttpRequest) => Promise<HttpAnswer>;
type Options = { distribution: LocalDistribution; api: Origin };

/** Locally everything comes from loopback; these headers, which no origin ever sees, can set any address and place. */
const SOURCE_HEADER = 'x-local-source-ip';
/** `DE/Munich`, or `DE`. */
const PLACE_HEADER = 'x-local-place';
/** The address that the API sees: the edge's, not the client's. It is from the range for documentation. */
const EDGE_ADDRESS = '198.51.100.1';

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => ![SOURCE_HEADER, PLACE_HEADER, 'host'].includes(name))
      // The edge's own headers are the edge's.
      .filter(([name]) => !name.startsWith('cloudfront-'))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  );

const viewerOf = ({ headers, socket }: IncomingMessage): string =>
  String(headers[SOURCE_HEADER] ?? socket.remoteAddress ?? '');

/** What the edge would know about the viewer's address: as CloudFront's headers have it. */
const factsOf = ({ headers }: IncomingMessage, { viewerFacts }: LocalBehavior): Record<string, string> => {
  const [country = '', city = ''] = String(headers[PLACE_HEADER] ?? '').split('/');
  const facts = { 'cloudfront-viewer-country': country, 'cloudfront-viewer-city': encodeURI(city) };
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => viewerFacts.includes(name) && value));
};

const takes = ({ pattern }: LocalBehavior, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** The `Host` that the origin gets if no function names another. */
const hostFor = ({ forwardsHost, originName }: LocalBehavior, { headers }: IncomingMessage): string =>
  forwardsHost ? String(headers.host) : originName;

/** Also API Gateway's answer to a `Host` that is not its own. */
const refused: HttpAnswer = { status: 403, headers: { 'content-type': 'text/plain' }, body: Buffer.from('Forbidden') };

/**
 * A distribution: the template's behaviors, functions and response headers, in front of the API and the pages' files.
 */
export const createEdge = ({ distribution, api }: Options) => {
  const behaviorsOf = (of: LocalDistribution) =>
    of.behaviors.map((behavior) => ({
      ...behavior,
      change: behavior.onRequest === undefined ? undefined : createEdgeFunction(behavior.onRequest),
      send: behavior.origin === 'api' ? api : createFiles(behavior.origin, behavior),
    }));
  let behaviors = behaviorsOf(distribution);

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(`http://localhost${incoming.url ?? '/'}`);
    const method = incoming.method ?? 'GET';
    const behavior = behaviors.find((candidate) => takes(candidate, pathname));
    if (!behavior) throw new Error(`No behavior for ${pathname}`);
    const seen = { method, path: pathname, headers: headersOf(incoming), viewerIp: viewerOf(incoming) };
    const {
      path,
      headers,
      hostHeader = hostFor(behavior, incoming),
      answer: own,
    }: ReturnType<NonNullable<typeof behavior.change>> = behavior.change?.(seen) ?? seen;
    // Read before anything is refused: a client that is still sending would see a broken connection instead of the answer.
    const body = await buffer(incoming);
    const request: HttpRequest = {
      method,
      url: (path === '/' && behavior.origin !== 'api' ? `/${distribution.rootObject}` : path) + search,
      httpVersion: incoming.httpVersion,
      headers: { ...headers, ...factsOf(incoming, behavior), ...behavior.originHeaders },
      body,
      sourceIp: EDGE_ADDRESS,
      viewerIp: seen.viewerIp,
    };
    const isTaken =
      behavior.methods.includes(method) && (behavior.origin !== 'api' || hostHeader === behavior.originName);
    const answer = own ?? (isTaken ? await behavior.send(request) : refused);
    const given = behavior.responseHeaders
      .filter(({ header, override }) => override || !(header in answer.headers))
      .map(({ header, value }) => [header, value]);
    // For HEAD, the length is that of the body that GET would return, or is left out.
    const isTold = method !== 'HEAD' || answer.body.length > 0;
    outgoing.writeHead(answer.status, {
      ...answer.headers,
      ...Object.fromEntries(given),
      ...(isTold && { 'content-length': answer.body.length }),
    });
    outgoing.end(answer.body);
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  return {
    server,
    /** Switches to other files from now on. */
    show(changed: LocalDistribution): void {
      behaviors = behaviorsOf(changed);
    },
  };
};
export type Edge = ReturnType<typeof createEdge>;
