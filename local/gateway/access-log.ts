import type { IncomingMessage } from 'node:http';
import { sourceOf } from './payload.ts';

type Exchange = {
  incoming: IncomingMessage;
  requestId: string;
  key: string;
  status: number;
  body: Buffer;
  latencyMs: number;
  error?: string;
};

/** One line in the stage's format; a variable that has no value is `-`, as API Gateway writes it. */
export const accessLine = (format: string, exchange: Exchange): string => {
  const values: Record<string, string | number | undefined> = {
    requestTime: new Date().toISOString(),
    requestId: exchange.requestId,
    'identity.sourceIp': sourceOf(exchange.incoming),
    httpMethod: exchange.incoming.method,
    routeKey: exchange.key,
    status: exchange.status,
    responseLength: exchange.body.length,
    responseLatency: exchange.latencyMs,
    integrationLatency: exchange.latencyMs,
    'error.message': exchange.error,
  };
  return format.replace(/\$context\.([A-Za-z.]+)/g, (_, name: string) => String(values[name] ?? '-'));
};
