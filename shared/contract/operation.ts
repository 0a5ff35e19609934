import type * as z from 'zod/mini';
import type { FailureCode } from '../domain/errors.ts';
import type { Permission } from '../domain/fields.ts';

/** What a live session needs besides: a permission, an identity that was confirmed within the last minutes. */
type SessionAuth = { permission?: Permission; fresh?: true };
/** Who may call: anyone, or someone with a live session. */
export type Auth = 'none' | SessionAuth;
export const needsFresh = (auth: Auth): boolean => auth !== 'none' && auth.fresh === true;
export const permissionOf = (auth: Auth): Permission | undefined => (auth === 'none' ? undefined : auth.permission);

/** What the contract, the functions, the use cases and their tests are sorted by, with its title in the document. */
export const areas = {
  'sign-in': 'Sign-in',
  account: 'Account',
  'two-factor': 'Two-factor authentication',
  users: 'Users',
  'follow-up': 'Follow-up',
  service: 'Service',
} as const;
export type Area = keyof typeof areas;

type Fields = z.core.$ZodType<Record<string, unknown>>;

/** One operation, declared once: the route, the parser, the document and the types of handler and client. */
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
  /** Fields of the body that a page's request brings in a cookie instead. */
  fromCookies?: readonly ('challengeToken' | 'deviceToken')[];
  /**
   * Fields of the body whose presence makes an operation as dangerous as one whose `auth` is fresh: they raise a right or end a
   * protection.
   */
  freshFor?: readonly string[];
  /** Whether an Idempotency-Key lets the same request be sent again, if its answer was lost, and get the same answer. */
  idempotencyKey?: true;
  /** What a session may still do whose organization requires a second factor that is not on. */
  withoutTwoFactor?: true;
  /** Whether it ends the session that asks: always, or where its `sessionId` says so. */
  endsSession?: 'always' | 'ifNamed';
  status: 200 | 201 | 202 | 204;
  reply?: z.core.$ZodType;
  /** What can go wrong besides what authentication and parsing imply. */
  problems: readonly FailureCode[];
};

export type PublicOperation = Operation & { auth: 'none' };
export type SessionOperation = Operation & { auth: SessionAuth };

type Parsed<Schema> = Schema extends z.core.$ZodType ? z.output<Schema> : unknown;

/** What a use case gets: path, query and body in one. */
export type InputOf<Op extends Operation> = Parsed<Op['params']> & Parsed<Op['query']> & Parsed<Op['body']>;
/** What a use case returns: the reply before it is parsed. Without a reply, nobody looks at it. */
export type OutputOf<Op extends Operation> = Op['reply'] extends z.core.$ZodType ? z.input<Op['reply']> : unknown;

/** Keeps the literal types of a declaration. */
export const operation = <const Op extends Operation>(declared: Op): Op => declared;
