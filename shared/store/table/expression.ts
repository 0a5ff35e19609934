/** Placeholders for one request: names and values are never written into an expression, whatever they contain. */
export const expression = () => {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const name = (attribute: string): string => {
    const known = Object.keys(names).find((placeholder) => names[placeholder] === attribute);
    const placeholder = known ?? `#${Object.keys(names).length}`;
    names[placeholder] = attribute;
    return placeholder;
  };
  return {
    /** The placeholder of an attribute, or of an entry within a map. */
    path: (...attributes: string[]): string => attributes.map(name).join('.'),
    value: (value: unknown): string => {
      const placeholder = `:${Object.keys(values).length}`;
      values[placeholder] = value;
      return placeholder;
    },
    attributes: () => ({
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    }),
  };
};
export type Expression = ReturnType<typeof expression>;

/**
 * Conditions under which a map may lose `ended` and gain one entry without ever holding more than `limit`: all of
 * `ended` are still there, and no one else took the room. They hold under any concurrency, without a lock or a count.
 */
export const roomIn = (e: Expression, map: string, ended: string[], limit: number): string[] => [
  ...ended.map((key) => `attribute_exists(${e.path(map, key)})`),
  `size(${e.path(map)}) <= ${e.value(limit + ended.length - 1)}`,
];

/** The clause that removes entries from a map, or nothing. */
export const removeFrom = (e: Expression, map: string, keys: string[]): string =>
  keys.length === 0 ? '' : ` REMOVE ${keys.map((key) => e.path(map, key)).join(', ')}`;
