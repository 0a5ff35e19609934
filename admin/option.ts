import * as z from 'zod/mini';

/** @throws Error that names the wrong option, and what is wrong if that can be said */
export const option = <Schema extends z.core.$ZodType>(
  schema: Schema,
  name: string,
  value: unknown,
): z.output<Schema> => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new Error(first?.code === 'custom' ? `--${name}: ${first.message}` : `--${name} is not valid`);
};
