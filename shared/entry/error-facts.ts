import { Failure } from '../domain/errors.ts';

/**
 * What the log may have of an error. Names, codes, ids and places, each in a form that leaves no room for prose: what was
 * being processed, and so any secret, is only ever in messages, and no message is here.
 */
export type ErrorFacts = {
  name: string;
  /** `ECONNREFUSED`, or the code of a failure. */
  code: string | undefined;
  /** Which call of the AWS SDK failed: `DynamoDB GetItem`. */
  call: string | undefined;
  /** What AWS support asks for. */
  awsRequestId: string | undefined;
  fault: 'client' | 'server' | undefined;
  /** The HTTP status that AWS answered with. */
  status: number | undefined;
  /** Names of what caused it, the next one first. */
  causes: string[] | undefined;
  /** Stack frames, innermost first. `npm run where` finds the sources of those in a bundle. */
  at: string[];
};

const MOST_FRAMES = 8;
const MOST_ERRORS = 5;

/** Messages have spaces, passwords may have anything: a name, code or id is one short word of these characters. */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.$:-]{1,80}$/.test(value) ? value : undefined;
const callOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\w{1,40} \w{1,40}$/.test(value) ? value : undefined;
const faultOf = (value: unknown) => (value === 'client' || value === 'server' ? value : undefined);
const statusOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** The error, what caused it, what caused that. */
const chainOf = (error: Error): [Error, ...Error[]] => {
  const chain: [Error, ...Error[]] = [error];
  for (let next = error.cause; next instanceof Error && chain.length < MOST_ERRORS; next = next.cause) chain.push(next);
  return chain;
};

/** A stack begins with the message, whose lines may look like frames: it is cut off first. */
const framesOf = ({ stack = '', message }: Error): string[] => {
  const start = stack.indexOf(message);
  return (start < 0 ? stack : stack.slice(start + message.length))
    .split('\n')
    .filter((line) => /^ {4}at (?:[\w.$<>#[\] ]+ \()?[^\s()]+:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim());
};

/**
 * Frames within Node are left out: they only say that a connection broke. Half of the room at least is for the outermost
 * error, whose frames are the product's; those of its causes are often the SDK's.
 */
const placeOf = (chain: Error[]): string[] => {
  const [outer = [], ...inner] = chain.map((error) => framesOf(error).filter((frame) => !/\bnode:/.test(frame)));
  return [...inner.flat().slice(0, MOST_FRAMES / 2), ...outer].slice(0, MOST_FRAMES);
};

/** What Node and the AWS SDK know of an error, and `awsCall`, which the clients note on it. */
type Known = {
  code?: unknown;
  awsCall?: unknown;
  $fault?: unknown;
  $metadata?: { requestId?: unknown; httpStatusCode?: unknown };
};

/** The facts of an error; of a Failure that has a cause, those of the cause. Undefined for what is no error. */
export const errorFacts = (error: unknown): ErrorFacts | undefined => {
  if (!(error instanceof Error)) return undefined;
  const chain = chainOf(error);
  const [failed, ...causes] = error instanceof Failure && error.cause instanceof Error ? chainOf(error.cause) : chain;
  const { code, awsCall, $fault, $metadata } = failed as Known;
  // The log leaves out what is undefined.
  return {
    name: word(failed.name) ?? 'Error',
    code: word(code),
    call: callOf(awsCall),
    awsRequestId: word($metadata?.requestId),
    fault: faultOf($fault),
    status: statusOf($metadata?.httpStatusCode),
    causes: causes.length > 0 ? causes.map(({ name }) => word(name) ?? 'Error') : undefined,
    at: placeOf(chain),
  };
};
