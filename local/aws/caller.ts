import type { IncomingMessage } from 'node:http';

export type Caller = { function: string; requestId: string; client: string | undefined; isFunction: boolean };
export type CallerOf = (incoming: IncomingMessage, accessKeyId: string) => Caller | undefined;
type Known = {
  /** Who signs with an access key: the function that an instance belongs to, and the request that it is handling. */
  identify(accessKeyId: string): { function: string; requestId: string } | undefined;
  /** The client whose request is being handled. */
  clientOf(requestId: string): string | undefined;
};

const credential = /Credential=([^/,]+)\//;
export const accessKeyOf = ({ headers }: IncomingMessage): string =>
  credential.exec(headers.authorization ?? '')?.[1] ?? '';

/**
 * Callers that are not functions, like the command line, identify themselves through an SDK setting
 * (`AWS_SDK_UA_APP_ID`).
 */
const programOf = ({ headers }: IncomingMessage): string | undefined =>
  /\bapp\/([\w-]+)/.exec(headers['user-agent'] ?? '')?.[1];

/** The caller of AWS, if it identifies itself, and the client that it acts for. */
export const createCallerOf =
  ({ identify, clientOf }: Known): CallerOf =>
  (incoming, accessKeyId) => {
    const instance = identify(accessKeyId);
    if (instance) return { ...instance, client: clientOf(instance.requestId), isFunction: true };
    const program = programOf(incoming);
    return program ? { function: program, requestId: program, client: program, isFunction: false } : undefined;
  };
