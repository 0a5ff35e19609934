import type * as z from 'zod/mini';
import type { FailureCode } from '../domain/errors.ts';
import type { Permission } from '../domain/fields.ts';

/** What a live session also needs: a permission, or an identity confirmed within the last few minutes. */
type SessionAuth = { permission?: Permission; fresh?: true };
/** Who may call: anyone, or only someone with a live session. */
export type Auth = 'none' | SessionAuth;
export const needsFresh = (auth: Auth): boolean => auth !== 'none' && auth.fresh === true;
export const permissionOf = (auth: Auth): Permission | undefined => (auth === 'none' ? undefined : auth.permission);

/**
 * The areas that group the contract, the functions, the use cases and their tests, each with its title in the document.
 */
export const areas = {
  'sign-in': 'Sign-in',
  account: 'Account',
  'two-factor': 'Two-factor authentication',
  lifecycle: 'Account lifecycle',
  users: 'Users',
  'follow-up': 'Follow-up',
  brand: 'Brand',
  service: 'Service',
} as const;
export type Area = keyof typeof areas;

type Fields = z.core.$ZodType<Record<string, unknown>>;

/**
 * One operation, declared once: the route, the parser, the document and the types of the handler and the client all
 * follow.
 */
export type Operation = {
  id: string;
  summary: string;
  area: Area;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/v1/${string}`;
  auth: Auth;
  params?: Fields;
  query?: Fields;
  body?: Fields;
  /** Fields of the body that a request from a page carries in a cookie instead. */
  fromCookies?: readonly ('challengeToken' | 'deviceToken')[];
  /**
   * Fields of the body that make an operation as dangerous as one whose `auth` is fresh: they raise a right or remove a
   * protection.
   */
  freshFor?: readonly string[];
  /**
   * Whether an Idempotency-Key lets a client send the same request again after a lost answer and get the same answer.
   */
  idempotencyKey?: true;
  /** What a session may still do if its organization requires two-factor authentication and it is off. */
  withoutTwoFactor?: true;
  /** Being asked about is no use of a session, unless the request says `touch=true`: use keeps a session from idling out. */
  touches?: 'ifAsked';
  /** Whether it ends the calling session: always, or only when its `sessionId` says so. */
  endsSession?: 'always' | 'ifNamed';
  /** The largest body, in bytes, if it may be larger than others. */
  bodyBytes?: number;
  status: 200 | 201 | 202 | 204;
  reply?: z.core.$ZodType;
  /** The answer is an image, not JSON. */
  image?: true;
  /** What can go wrong in addition to what authentication and parsing imply. */
  problems: readonly FailureCode[];
};

export type PublicOperation = Operation & { auth: 'none' };
export type SessionOperation = Operation & { auth: SessionAuth };

type Parsed<Schema> = Schema extends z.core.$ZodType ? z.output<Schema> : unknown;

/** What a use case receives: path, query and body in one object. */
export type InputOf<Op extends Operation> = Parsed<Op['params']> & Parsed<Op['query']> & Parsed<Op['body']>;
/** What a use case returns: the reply before it is parsed. If there is no reply, the value is ignored. */
export type OutputOf<Op extends Operation> = Op['reply'] extends z.core.$ZodType ? z.input<Op['reply']> : unknown;

/** Keeps the literal types of a declaration. */
export const operation = <const Op extends Operation>(declared: Op): Op => declared;
