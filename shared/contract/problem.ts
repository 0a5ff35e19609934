import * as z from 'zod/mini';
import { failureCodes, faultCodes } from '../domain/errors.ts';

/** `code` and `value` let a client say it in the reader's language. */
const FieldFault = z.object({
  pointer: z.string(),
  detail: z.string(),
  code: z.optional(z.enum(faultCodes)),
  value: z.optional(z.string()),
});

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(failureCodes),
  requestId: z.string(),
  errors: z.optional(z.array(FieldFault)),
});
export type Problem = z.infer<typeof Problem>;
