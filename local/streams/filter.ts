type Rule = string | number | boolean | { prefix: string };

const fits = (rule: Rule, value: unknown): boolean =>
  typeof rule === 'object' ? typeof value === 'string' && value.startsWith(rule.prefix) : rule === value;

/** Whether a record fits a pattern as Lambda reads it: every field named must fit one of its rules. */
export const passes = (pattern: object, value: unknown): boolean =>
  Object.entries(pattern).every(([name, part]: [string, unknown]) => {
    const found = (value as Record<string, unknown> | null | undefined)?.[name];
    if (Array.isArray(part)) return (part as Rule[]).some((rule) => fits(rule, found));
    return typeof found === 'object' && passes(part as object, found);
  });
