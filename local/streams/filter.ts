type Rule = string | number | boolean | { prefix: string } | { exists: boolean };

const fits = (rule: Rule, value: unknown): boolean => {
  if (typeof rule !== 'object') return rule === value;
  if ('exists' in rule) return (value !== undefined) === rule.exists;
  return typeof value === 'string' && value.startsWith(rule.prefix);
};

/** A list matches if one of its elements does. */
const fitsAny = (rule: Rule, found: unknown): boolean =>
  Array.isArray(found) ? found.some((each) => fits(rule, each)) : fits(rule, found);

/** Whether a record matches a pattern by the rules of Lambda and EventBridge: every named field must match one of its rules. */
export const passes = (pattern: object, value: unknown): boolean =>
  Object.entries(pattern).every(([name, part]: [string, unknown]) => {
    const found = (value as Record<string, unknown> | null | undefined)?.[name];
    if (Array.isArray(part)) return (part as Rule[]).some((rule) => fitsAny(rule, found));
    return typeof found === 'object' && passes(part as object, found);
  });
