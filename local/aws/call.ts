import { type Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** One call from a function to AWS, and its answer. */
export type Service = 'dynamodb' | 'kms' | 'ses' | 'events';
export type Call = {
  service: Service;
  action: string;
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
};
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** SES uses REST; the others name the operation in a header. */
export const called = ({ headers, url = '' }: IncomingMessage): Pick<Call, 'service' | 'action'> => {
  if (url.startsWith('/v2/email/')) return { service: 'ses', action: 'SendEmail' };
  const [target = '', action = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (target.startsWith('DynamoDB')) return { service: 'dynamodb', action };
  return { service: target === 'AWSEvents' ? 'events' : 'kms', action };
};

/** The name of its error, if it is one. */
export const outcomeOf = ({ status, body }: Answer): string => {
  if (status === 200) return 'ok';
  const { __type = String(status) } = JSON.parse(body || '{}') as { __type?: string };
  return __type.split('#').at(-1) ?? __type;
};

/** Passes a call on unchanged, and returns the answer. */
export const forward = (endpoint: URL, agent: Agent, { path, body, headers }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: endpoint.hostname,
        port: endpoint.port,
        method: 'POST',
        path,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        text(answer).then(
          (received) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: received }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
