/** An HTTP request as the edge passes it to an origin. */
export type HttpRequest = {
  method: string;
  /** Path and query. */
  url: string;
  httpVersion: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
  /** The address that opened the connection: for the origin, that is the edge. */
  sourceIp: string;
  /** Not on the wire: the client whose request the edge passes on, for the local cloud's own bookkeeping. */
  viewerIp: string;
};
export type HttpAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer };
