import { Failure } from '../domain/errors.ts';

/**
 * What the log may contain of an error: names, codes, ids and places, each in a form that leaves no room for prose. The
 * data being processed, and so any secret, can only be in messages, and messages are never logged.
 */
export type ErrorFacts = {
  name: string;
  /** `ECONNREFUSED`, or the code of a failure. */
  code: string | undefined;
  /** Which call of the AWS SDK failed: `DynamoDB GetItem`. */
  call: string | undefined;
  /** The id that AWS Support asks for. */
  awsRequestId: string | undefined;
  fault: 'client' | 'server' | undefined;
  /** The HTTP status that AWS returned. */
  status: number | undefined;
  /** The names of the causes, nearest first. */
  causes: string[] | undefined;
  /** Stack frames, innermost first. `npm run where` finds the source of a frame from a bundle. */
  at: string[];
};

const MOST_FRAMES = 8;
const MOST_ERRORS = 5;

/**
 * Messages contain spaces and passwords may contain anything: a name, code or id is one short word of these characters.
 */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.$:-]{1,80}$/.test(value) ? value : undefined;
const callOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\w{1,40} \w{1,40}$/.test(value) ? value : undefined;
const faultOf = (value: unknown) => (value === 'client' || value === 'server' ? value : undefined);
const statusOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** The error, its cause, the cause of that, and so on. */
const chainOf = (error: Error): [Error, ...Error[]] => {
  const chain: [Error, ...Error[]] = [error];
  for (let next = error.cause; next instanceof Error && chain.length < MOST_ERRORS; next = next.cause) chain.push(next);
  return chain;
};

/** A stack begins with the message, whose lines may look like frames, so the message is cut off first. */
const framesOf = ({ stack = '', message }: Error): string[] => {
  const start = stack.indexOf(message);
  return (start < 0 ? stack : stack.slice(start + message.length))
    .split('\n')
    .filter((line) => /^ {4}at (?:[\w.$<>#[\] ]+ \()?[^\s()]+:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim());
};

/**
 * Frames within Node are left out: they say only that a connection broke. At least half of the room goes to the
 * outermost error, whose frames are the product's; those of its causes are often the SDK's.
 */
const placeOf = (chain: Error[]): string[] => {
  const [outer = [], ...inner] = chain.map((error) => framesOf(error).filter((frame) => !/\bnode:/.test(frame)));
  return [...inner.flat().slice(0, MOST_FRAMES / 2), ...outer].slice(0, MOST_FRAMES);
};

/** What Node and the AWS SDK record on an error, and `awsCall`, which the clients add. */
type Known = {
  code?: unknown;
  awsCall?: unknown;
  $fault?: unknown;
  $metadata?: { requestId?: unknown; httpStatusCode?: unknown };
};

/**
 * The facts of an error or, for a Failure with a cause, those of the cause. Undefined for anything that is not an
 * error.
 */
export const errorFacts = (error: unknown): ErrorFacts | undefined => {
  if (!(error instanceof Error)) return undefined;
  const chain = chainOf(error);
  const [failed, ...causes] = error instanceof Failure && error.cause instanceof Error ? chainOf(error.cause) : chain;
  const { code, awsCall, $fault, $metadata } = failed as Known;
  // The log omits undefined values.
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
