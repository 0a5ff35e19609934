/** What the product needs from an HTTP API event, payload format 2.0. Header names are lower case. */
export type HttpEvent = {
  headers: Record<string, string | undefined>;
  /** Each is one `name=value`. */
  cookies?: string[];
  queryStringParameters?: Record<string, string | undefined>;
  pathParameters?: Record<string, string | undefined>;
  body?: string;
  isBase64Encoded: boolean;
  requestContext: {
    requestId: string;
    http: { method: string; path: string; sourceIp: string; userAgent?: string };
  };
};

export type HttpResponse = {
  statusCode: number;
  headers: Record<string, string>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};
