import type { HttpRequest } from './exchange.ts';

type Exchange = {
  request: HttpRequest;
  requestId: string;
  key: string;
  status: number;
  body: Buffer;
  latencyMs: number;
  error?: string;
};

/** One line in the stage's format; a variable without a value is `-`, as in API Gateway. */
export const accessLine = (format: string, exchange: Exchange): string => {
  const values: Record<string, string | number | undefined> = {
    requestTime: new Date().toISOString(),
    requestId: exchange.requestId,
    'identity.sourceIp': exchange.request.sourceIp,
    httpMethod: exchange.request.method,
    routeKey: exchange.key,
    status: exchange.status,
    responseLength: exchange.body.length,
    responseLatency: exchange.latencyMs,
    integrationLatency: exchange.latencyMs,
    'error.message': exchange.error,
  };
  return format.replace(/\$context\.([A-Za-z.]+)/g, (_, name: string) => String(values[name] ?? '-'));
};
