import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import type { InputOf, Operation } from '../../../contract/operation.ts';
import { Failure, type FieldError } from '../../../domain/errors.ts';
import { faultOfIssue } from '../../../domain/fields.ts';
import { BODY_BYTES } from '../../../domain/security-settings.ts';
import type { HttpEvent } from '../event.ts';
import type { Input } from './transport.ts';

z.config(english());

const LONGEST_DETAIL = 200;

/** RFC 6901 as a URI fragment. */
const pointer = (path: PropertyKey[]): string =>
  `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;

const fieldErrors = (error: z.core.$ZodError): FieldError[] =>
  error.issues.map((issue) => {
    const { detail, ...fault } = faultOfIssue(issue);
    return { pointer: pointer(issue.path), detail: detail.slice(0, LONGEST_DETAIL), ...fault };
  });

const parse = (schema: z.core.$ZodType<Record<string, unknown>>, value: unknown): Record<string, unknown> => {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new Failure('request_invalid', { errors: fieldErrors(result.error) });
  return result.data;
};

const bodyText = ({ bodyBytes = BODY_BYTES }: Operation, event: HttpEvent): string => {
  const { body = '' } = event;
  // Base64 is longer than what it encodes, so the limit is checked before anything is decoded.
  if (body.length > bodyBytes * 2) throw new Failure('payload_too_large');
  const bytes = Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > bodyBytes) throw new Failure('payload_too_large');
  return bytes.toString('utf8');
};

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;|$)/i.test(contentType?.trim() ?? '');

const invalid = (detail: string): Failure => new Failure('request_invalid', { errors: [{ pointer: '#', detail }] });

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body is not JSON');
  }
};

const parseBody = (operation: Operation, event: HttpEvent): Record<string, unknown> => {
  const text = bodyText(operation, event);
  if (!operation.body) {
    if (text.trim() !== '' && text.trim() !== '{}') throw invalid('This operation takes no body');
    return {};
  }
  if (text !== '' && !isJson(event.headers['content-type'])) throw new Failure('media_type_unsupported');
  if (text === '') throw invalid('A JSON body is required');
  return parse(operation.body, json(text));
};

/**
 * The path, query and body of a request as the operation declares them; anything undeclared is an error.
 * @throws Failure `request_invalid`, `payload_too_large`, `media_type_unsupported`
 */
export const parseInput = <Op extends Operation>(operation: Op, event: HttpEvent): InputOf<Op> & Input =>
  ({
    ...parse(operation.params ?? z.object({}), event.pathParameters ?? {}),
    ...parse(operation.query ?? z.strictObject({}), event.queryStringParameters ?? {}),
    ...parseBody(operation, event),
  }) as InputOf<Op> & Input;
