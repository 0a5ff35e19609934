import type { LocalRoute } from '../template/functions.ts';
import type { HttpRequest } from './exchange.ts';

/* API Gateway's payload format 2.0, in both directions. */

export type Matched = { key: string; pathParameters: Record<string, string> };
export type FunctionResponse = {
  statusCode?: number;
  headers?: Record<string, string>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

const isParameter = (segment: string): boolean => /^\{.+\}$/.test(segment);

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** The most specific route: literal segments win over parameters. */
export const matchRoute = (routes: LocalRoute[], method: string, path: string): (LocalRoute & Matched) | null => {
  const segments = path.split('/').slice(1);
  const fits = routes.filter(
    (route) =>
      route.method === method &&
      route.segments.length === segments.length &&
      route.segments.every((segment, index) =>
        isParameter(segment) ? segments[index] !== '' : segment === segments[index],
      ),
  );
  const [best] = fits.sort((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length);
  if (!best) return null;
  const parameters = best.segments.flatMap((segment, index) =>
    isParameter(segment) ? [[segment.slice(1, -1), decoded(segments[index] ?? '')]] : [],
  );
  return { ...best, pathParameters: Object.fromEntries(parameters) };
};

const isText = (contentType = ''): boolean =>
  /^(text\/|application\/(json|.*\+json|x-www-form-urlencoded|javascript|xml))/.test(contentType);

const joined = (parameters: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]));

/** An HTTP request as the event that a function receives. */
export const eventOf = (request: HttpRequest, matched: Matched, requestId: string) => {
  const { method, body, headers: sent, httpVersion, sourceIp } = request;
  const { cookie, ...headers } = sent;
  const url = new URL(`http://localhost${request.url}`);
  const isBase64Encoded = body.length > 0 && !isText(headers['content-type']);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: matched.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(url.search.length > 1 && { queryStringParameters: joined(url.searchParams) }),
    ...(Object.keys(matched.pathParameters).length > 0 && { pathParameters: matched.pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${httpVersion}`,
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: matched.key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
};
