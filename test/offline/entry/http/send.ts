import type { HttpEvent, HttpResponse } from '../../../../shared/entry/http/event.ts';

export type Sent = {
  method?: string;
  path?: string;
  body?: object;
  headers?: Record<string, string>;
  cookies?: string[];
  query?: Record<string, string>;
  params?: Record<string, string>;
};

/** Calls a handler as API Gateway does. */
export const send = async (handler: unknown, { method = 'POST', path = '/', body, query, ...sent }: Sent = {}) => {
  const event: HttpEvent = {
    headers: { ...(body && { 'content-type': 'application/json' }), ...sent.headers },
    ...(sent.cookies && { cookies: sent.cookies }),
    ...(query && { queryStringParameters: query }),
    ...(sent.params && { pathParameters: sent.params }),
    ...(body && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { requestId: 'r', http: { method, path, sourceIp: '192.0.2.1' } },
  };
  const answer = await (handler as (event: HttpEvent, context: object) => Promise<HttpResponse>)(event, {});
  return { ...answer, json: answer.body ? JSON.parse(answer.body) : undefined };
};

/** `name=value` of the cookies that an answer sets, as a browser would send them. */
export const jar = ({ cookies = [] }: { cookies?: string[] }): string[] =>
  cookies.map((cookie) => cookie.split('; ')[0] ?? '').filter((cookie) => !cookie.endsWith('='));
